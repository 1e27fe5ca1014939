package guildhall.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

/** Identity-service comes and goes. */
class TokenVerificationTest {
    private static final Duration CACHE = Duration.ofSeconds(1);

    private final TestCaller caller = TestCaller.client();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean down = new AtomicBoolean();
    private final HttpServer identity = serveTheKeysOfTheKit();

    @AfterEach
    void stop() {
        identity.stop(0);
    }

    @Test
    void keepsVerifyingWhileIdentityIsDown() {
        var decoder = TokenVerification.decoder(settings(CACHE));
        assertThat(decoder.decode(caller.token()).getSubject()).isEqualTo(caller.user().toString());
        var before = asked.get();

        down.set(true);
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    decoder.decode(caller.token());
                    return asked.get() > before + 2;
                });

        assertThat(decoder.decode(caller.token()).getSubject()).isEqualTo(caller.user().toString());
        assertThatThrownBy(() -> decoder.decode(TestTokens.withForgedSignature(caller)))
                .isInstanceOf(BadJwtException.class);
    }

    @Test
    void asksForKeysOnceForManyTokens() {
        var decoder = TokenVerification.decoder(settings(Duration.ofMinutes(5)));

        for (var i = 0; i < 100; i++) {
            decoder.decode(caller.token());
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotCallATokenBadBecauseTheKeysAreUnknown() {
        down.set(true);
        var decoder = TokenVerification.decoder(settings(CACHE));

        assertThatThrownBy(() -> decoder.decode(caller.token()))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    private SecuritySettings settings(Duration cache) {
        var address = "http://localhost:%d/keys".formatted(identity.getAddress().getPort());
        return new SecuritySettings(
                URI.create(address),
                TestTokens.ISSUER,
                null,
                Duration.ofSeconds(30),
                cache,
                Duration.ofHours(1));
    }

    private HttpServer serveTheKeysOfTheKit() {
        try (var keys = URI.create(TestTokens.jwksUri()).toURL().openStream()) {
            var body = keys.readAllBytes();
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(loopback, 0);
            server.createContext(
                    "/keys",
                    exchange -> {
                        asked.incrementAndGet();
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        if (down.get()) {
                            exchange.sendResponseHeaders(503, -1);
                        } else {
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                        }
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
