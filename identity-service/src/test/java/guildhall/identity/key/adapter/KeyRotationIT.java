package guildhall.identity.key.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.identity.secret.Secrets;
import guildhall.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

@WholeService
class KeyRotationIT {
    @Autowired People people;
    @Autowired MongoTemplate mongo;
    @Autowired Secrets secrets;
    @Autowired KeyProperties properties;
    @Autowired TestClock clock;

    @Test
    void signsWithTheClaimsThatEveryServiceReads() throws Exception {
        var grant = people.signIn(people.someone("CLIENT"));

        var token = SignedJWT.parse(grant.text("accessToken"));

        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "sid",
                        "roles",
                        "email_verified",
                        "party",
                        "iat",
                        "exp",
                        "jti");
        assertThat(claims.getStringListClaim("roles")).containsExactly("CLIENT");
        assertThat(claims.getStringClaim("sid")).isEqualTo(grant.text("sessionId"));
        assertThat(claims.getJSONObjectClaim("party")).containsEntry("type", "BUSINESS");
        assertThat(Duration.between(claims.getIssueTime().toInstant(), expiry(token)))
                .isEqualTo(Duration.ofSeconds(grant.body().path("expiresInSeconds").asLong()));
    }

    @Test
    void publishesTheNextKeyAheadAndTheLastOneUntilItsTokensHaveExpired() throws Exception {
        var before = keyIds();
        var old = people.signIn(people.someone("TALENT")).text("accessToken");

        clock.advance(Duration.ofMinutes(1));
        var turn = properties.schedule().next(clock.instant());
        clock.set(turn.plusSeconds(1));
        var fresh = people.signIn(people.someone("TALENT")).text("accessToken");
        var during = keyIds();
        clock.set(turn.plus(Duration.ofHours(1)));
        var after = keyIds();

        assertThat(before).hasSize(2).contains(keyId(old), keyId(fresh));
        assertThat(keyId(fresh)).isNotEqualTo(keyId(old));
        assertThat(during).hasSize(3).contains(keyId(old), keyId(fresh));
        assertThat(after).hasSize(2).contains(keyId(fresh)).doesNotContain(keyId(old));
    }

    @Test
    void refusesAnExpiredToken() {
        var grant = people.signIn(people.someone("TALENT"));
        clock.advance(Duration.ofMinutes(16));

        var answer = people.api().as(grant.text("accessToken")).get("/v1/me");

        assertThat(answer.problem()).isEqualTo("request/invalid-token");
    }

    @Test
    void publishesNoPrivateHalf() {
        for (var key : keys()) {
            assertThat(key.propertyNames())
                    .containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg");
        }
        for (var stored : mongo.findAll(Document.class, "signing_keys")) {
            assertThat(stored.toJson()).doesNotContain("\\\"d\\\"");
        }
    }

    @Test
    void lacksNothingWhenInstancesMakeTheSameKeyAtOnce() {
        var store = new MongoSigningKeys(mongo, secrets);
        var start = Instant.parse("2021-01-01T00:00:00Z");

        var made =
                IntStream.range(0, 8)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> store.ensure(start, start.plusSeconds(60))))
                        .map(CompletableFuture::join)
                        .map(key -> key.pair().getKeyID())
                        .distinct()
                        .toList();

        assertThat(made).hasSize(1);
    }

    private List<JsonNode> keys() {
        return people.api()
                .get("/.well-known/jwks.json")
                .body()
                .path("keys")
                .valueStream()
                .toList();
    }

    private List<String> keyIds() {
        return keys().stream().map(key -> key.path("kid").asString()).toList();
    }

    private static String keyId(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static Instant expiry(SignedJWT token) throws Exception {
        return token.getJWTClaimsSet().getExpirationTime().toInstant();
    }
}
