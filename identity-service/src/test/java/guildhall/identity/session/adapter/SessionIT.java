package guildhall.identity.session.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.identity.Api;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.identity.session.EndReason;
import guildhall.identity.session.SessionCommand.EndSession;
import guildhall.identity.session.Sessions;
import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.MailedToken;
import guildhall.identity.user.OneTimeToken;
import guildhall.identity.user.UserCommand.OfferPasswordReset;
import guildhall.identity.user.UserCommand.ResetPassword;
import guildhall.identity.user.Users;
import guildhall.messages.id.SessionId;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.messages.identity.UserEvents.TokenReuseDetectedV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

@WholeService
class SessionIT {
    @Autowired People people;
    @Autowired KafkaProbe probe;
    @Autowired Sessions sessions;
    @Autowired Users users;
    @Autowired StringRedisTemplate redis;
    @Autowired MongoTemplate mongo;
    @Autowired TestClock clock;

    @Test
    void goesOnFromRefreshToRefreshUntilAnOldTokenComesBack() {
        var first = people.signIn(people.someone("TALENT"));
        var second = people.refresh(first.text("refreshToken"));
        clock.advance(Duration.ofMinutes(15));
        var third = people.refresh(second.text("refreshToken"));
        assertThat(List.of(first.status(), second.status(), third.status()))
                .containsExactly(201, 200, 200);

        var stolen = people.refresh(first.text("refreshToken"));

        assertThat(stolen.problem()).isEqualTo("identity/refresh-refused");
        assertThat(people.refresh(third.text("refreshToken")).problem())
                .isEqualTo("identity/refresh-refused");
        var session = SessionId.of(first.text("sessionId"));
        assertThat(isAnnounced(session)).isTrue();
        probe.await(TokenReuseDetectedV1.class, m -> m.sessionId().equals(session));
        assertThat(revocation(session).reason()).isEqualTo("TOKEN_REUSE");
    }

    @Test
    void repeatsTheSuccessorForAClientThatLostTheAnswer() {
        var first = people.signIn(people.someone("TALENT"));
        var second = people.refresh(first.text("refreshToken"));
        clock.advance(Duration.ofSeconds(9));

        var repeated = people.refresh(first.text("refreshToken"));

        assertThat(repeated.text("refreshToken")).isEqualTo(second.text("refreshToken"));
        assertThat(people.refresh(second.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void givesTwoSimultaneousRefreshesTheSameSuccessor() {
        var first = people.signIn(people.someone("TALENT"));
        var token = first.text("refreshToken");

        var answers = People.atOnce(() -> people.refresh(token), () -> people.refresh(token));

        assertThat(answers).extracting(Api.Answer::status).containsExactly(200, 200);
        assertThat(answers.getFirst().text("refreshToken"))
                .isEqualTo(answers.getLast().text("refreshToken"));
        var session = sessions.findLive(SessionId.of(first.text("sessionId"))).orElseThrow();
        assertThat(session.generation()).isEqualTo(2);
    }

    @Test
    void closesTheAccountForHalfAnHourAfterFiveWrongPasswords() {
        var email = people.someone("TALENT");
        IntStream.range(0, 5).forEach(_ -> people.signIn(email, "a wrong password"));

        var closed = people.signIn(email);
        clock.advance(Duration.ofMinutes(30));
        var open = people.signIn(email);

        assertThat(closed.problem()).isEqualTo("identity/sign-in-refused");
        assertThat(closed.fingerprint())
                .isEqualTo(people.signIn(People.newAddress()).fingerprint());
        assertThat(open.status()).isEqualTo(201);
    }

    @Test
    void countsEverySimultaneousWrongPassword() {
        var email = people.someone("TALENT");

        for (var round = 0; round < 3; round++) {
            People.atOnce(
                    () -> people.signIn(email, "a wrong password"),
                    () -> people.signIn(email, "another wrong one"));
        }

        assertThat(people.signIn(email).status()).isEqualTo(401);
    }

    @Test
    void tellsOnlyWhoKnowsThePasswordThatTheAddressIsNotVerified() {
        var email = People.newAddress();
        people.register(email, "CLIENT");

        assertThat(people.signIn(email).problem()).isEqualTo("identity/email-not-verified");
        assertThat(people.signIn(email, "a wrong password").problem())
                .isEqualTo("identity/sign-in-refused");
    }

    @Test
    void listsSessionsWithTheirDevicesAndEndsOneOfThem() {
        var email = people.someone("TALENT");
        var phone = people.signIn(email);
        clock.advance(Duration.ofSeconds(1));
        var laptop = people.signIn(email);
        var api = people.api().as(laptop.text("accessToken"));

        var listed = api.get("/v1/sessions").body().path("items");
        var ended = api.delete("/v1/sessions/" + phone.text("sessionId"));

        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.path(0).path("id").asString()).isEqualTo(laptop.text("sessionId"));
        assertThat(listed.path(0).path("current").asBoolean()).isTrue();
        assertThat(listed.path(1).path("userAgent").asString()).isEqualTo("Test browser");
        assertThat(ended.status()).isEqualTo(204);
        assertThat(people.refresh(phone.text("refreshToken")).status()).isEqualTo(401);
        assertThat(api.get("/v1/sessions").body().path("items").size()).isEqualTo(1);
    }

    @Test
    void pagesThroughSessions() {
        var email = people.someone("TALENT");
        var oldest = people.signIn(email);
        clock.advance(Duration.ofSeconds(1));
        people.signIn(email);
        clock.advance(Duration.ofSeconds(1));
        var api = people.api().as(people.signIn(email).text("accessToken"));

        var first = api.get("/v1/sessions?limit=2").body();
        var second = api.get("/v1/sessions?limit=2&after=" + first.path("next").asString()).body();

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("items").path(0).path("id").asString())
                .isEqualTo(oldest.text("sessionId"));
        assertThat(api.get("/v1/sessions?after=rubbish").status()).isEqualTo(400);
    }

    @Test
    void doesNotEndSomebodyElsesSession() {
        var mine = people.signIn(people.someone("TALENT"));
        var theirs = people.signIn(people.someone("TALENT"));

        var answer =
                people.api()
                        .as(mine.text("accessToken"))
                        .delete("/v1/sessions/" + theirs.text("sessionId"));

        assertThat(answer.problem()).isEqualTo("identity/unknown-session");
        assertThat(people.refresh(theirs.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void signsOutHereAndEverywhere() {
        var email = people.someone("TALENT");
        var here = people.signIn(email);
        var there = people.signIn(email);

        people.api().as(here.text("accessToken")).delete("/v1/sessions/current");
        people.api().as(there.text("accessToken")).delete("/v1/sessions");

        assertThat(revocation(session(here)).reason()).isEqualTo("LOGOUT");
        assertThat(revocation(session(there)).reason()).isEqualTo("REVOKED");
        assertThat(isAnnounced(session(here))).isTrue();
        assertThat(people.refresh(there.text("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void tellsTheGatewayOfARevocationAtOnce() {
        var heard = new CopyOnWriteArrayList<String>();
        var connection = redis.getRequiredConnectionFactory().getConnection();
        connection.subscribe(
                (message, _) -> heard.add(new String(message.getBody(), UTF_8)),
                RedisRevocations.CHANNEL.getBytes(UTF_8));
        var grant = people.signIn(people.someone("TALENT"));

        people.api().as(grant.text("accessToken")).delete("/v1/sessions/current");

        await().untilAsserted(() -> assertThat(heard).contains(grant.text("sessionId")));
        assertThat(redis.getExpire(RedisRevocations.KEY + grant.text("sessionId")))
                .isBetween(900L, 1_100L);
        connection.close();
    }

    @Test
    void announcesFromTheEventWhatACrashLeftUnannounced() {
        var session = session(people.signIn(people.someone("TALENT")));

        sessions.handle(new EndSession(session, EndReason.REVOKED, clock.instant()));

        await().untilAsserted(() -> assertThat(isAnnounced(session)).isTrue());
    }

    @Test
    void endsAllSessionsWithANewPassword() {
        var email = people.someone("TALENT");
        var before = people.signIn(email);
        people.api().post("/v1/password-resets", "{'email':'%s'}".formatted(email));
        var token = people.mailedToken(email, "RESET_PASSWORD");

        var reset = confirm(token, "nine loud herons sing");

        assertThat(reset.status()).isEqualTo(204);
        assertThat(confirm(token, "ten loud herons sing").problem())
                .isEqualTo("identity/token-not-valid");
        assertThat(people.refresh(before.text("refreshToken")).status()).isEqualTo(401);
        assertThat(revocation(session(before)).reason()).isEqualTo("PASSWORD_CHANGED");
        assertThat(isAnnounced(session(before))).isTrue();
        assertThat(people.signIn(email).status()).isEqualTo(401);
        assertThat(people.signIn(email, "nine loud herons sing").status()).isEqualTo(201);
    }

    @Test
    void endsTheSessionsOfANewPasswordFromTheEventsWhenTheProcessDiedInBetween() {
        var email = people.someone("TALENT");
        var before = session(people.signIn(email));
        var user = users.findVerified(new EmailAddress(email)).orElseThrow().account().id();
        var now = clock.instant();
        var kept = new OneTimeToken("hash", now, now.plusSeconds(60));
        users.handle(new OfferPasswordReset(user, new MailedToken("plain", kept)));

        users.handle(new ResetPassword(user, "hash", "new hash", List.of(before), now));

        await().untilAsserted(() -> assertThat(sessions.findLive(before)).isEmpty());
        await().untilAsserted(() -> assertThat(isAnnounced(before)).isTrue());
    }

    @Test
    void keepsNoRefreshTokenInTheDatabase() {
        var grant = people.signIn(people.someone("TALENT"));

        var id = grant.text("sessionId");
        var stored = mongo.findById(id, Document.class, MongoSessions.COLLECTION);

        assertThat(String.valueOf(stored))
                .contains("generation")
                .doesNotContain(grant.text("refreshToken"))
                .doesNotContain(grant.text("refreshToken").replaceFirst(".*\\.", ""));
    }

    @Test
    void signsNobodyOutWhenRedisForgetsEverything() {
        var grant = people.signIn(people.someone("TALENT"));

        redis.getRequiredConnectionFactory().getConnection().serverCommands().flushDb();

        assertThat(people.refresh(grant.text("refreshToken")).status()).isEqualTo(200);
    }

    private Api.Answer confirm(String token, String password) {
        return people.api()
                .post(
                        "/v1/password-resets/confirmations",
                        "{'token':'%s','password':'%s'}".formatted(token, password));
    }

    private SessionRevokedV1 revocation(SessionId session) {
        return probe.await(SessionRevokedV1.class, m -> m.sessionId().equals(session));
    }

    private boolean isAnnounced(SessionId session) {
        return redis.hasKey(RedisRevocations.KEY + session);
    }

    private static SessionId session(Api.Answer grant) {
        return SessionId.of(grant.text("sessionId"));
    }
}
