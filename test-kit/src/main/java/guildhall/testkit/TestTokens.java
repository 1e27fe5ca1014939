package guildhall.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import guildhall.messages.id.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Plays identity-service: mints access tokens and serves the key that verifies them. All methods
 * return the compact token, without {@code Bearer}. {@link TestCaller} keeps a token's ids at hand.
 */
public final class TestTokens {
    public static final String ISSUER = "https://guildhall.example";

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final ECKey KEY = newKey();
    private static final String JWKS_URI = serve(new JWKSet(KEY.toPublicJWK()).toString());

    /** Where the public key is served, once per JVM. */
    public static String jwksUri() {
        return JWKS_URI;
    }

    /** A user who acts for a business. */
    public static String client(UserId user, UUID business) {
        return TestCaller.client(user, business).token();
    }

    /** A user who acts as a talent. */
    public static String talent(UserId user, UUID talent) {
        return TestCaller.talent(user, talent).token();
    }

    /** A member of the staff, with roles such as FINANCE_OPS; acts for no party. */
    public static String staff(UserId user, String... roles) {
        return TestCaller.staff(user, roles).token();
    }

    /** A token for any caller. */
    public static String mint(TestCaller caller) {
        return sign(KEY, claims(caller, Instant.now()).build());
    }

    /** Everything is right except that it ran out an hour ago. */
    public static String expired(TestCaller caller) {
        return sign(KEY, claims(caller, Instant.now().minus(Duration.ofHours(1))).build());
    }

    /** Signed by the right key for another issuer. */
    public static String fromAnotherIssuer(TestCaller caller) {
        return sign(KEY, claims(caller, Instant.now()).issuer("https://elsewhere.example").build());
    }

    /** The right key id and claims, signed by a key that identity-service never had. */
    public static String withForgedSignature(TestCaller caller) {
        return sign(newKey(), claims(caller, Instant.now()).build());
    }

    /** Claims changed after signing: the signature no longer fits. */
    public static String tampered(TestCaller caller) {
        var honest = mint(caller).split("\\.");
        var greedy = mint(caller.withRoles(Set.of("SUPERADMIN"))).split("\\.");
        return honest[0] + "." + greedy[1] + "." + honest[2];
    }

    /** Every token that must not be accepted, by what is wrong with it. */
    public static Map<String, String> unacceptable(TestCaller caller) {
        return Map.of(
                "expired token", expired(caller),
                "token signed by somebody else", withForgedSignature(caller),
                "token of another issuer", fromAnotherIssuer(caller),
                "token changed after signing", tampered(caller),
                "no token at all, but some word", "nonsense");
    }

    private static JWTClaimsSet.Builder claims(TestCaller caller, Instant issuedAt) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(caller.user().toString())
                        .claim("sid", caller.session().toString())
                        .claim("roles", caller.roles().stream().sorted().toList())
                        .claim("email_verified", caller.emailVerified())
                        .issueTime(Date.from(issuedAt))
                        .expirationTime(Date.from(issuedAt.plus(LIFETIME)))
                        .jwtID(UUID.randomUUID().toString());
        caller.actingParty()
                .ifPresent(party ->
                        claims.claim(
                                "party",
                                Map.of("type", party.type().name(), "id", party.id().toString())));
        return claims;
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(),
                            claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String serve(String jwks) {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(loopback, 0);
            var body = jwks.getBytes(StandardCharsets.UTF_8);
            server.createContext(
                    "/.well-known/jwks.json",
                    exchange -> {
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
            return "http://localhost:%d/.well-known/jwks.json"
                    .formatted(server.getAddress().getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private TestTokens() {}
}
