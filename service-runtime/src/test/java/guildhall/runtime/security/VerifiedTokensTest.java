package guildhall.runtime.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final AtomicInteger verifications = new AtomicInteger();
    private final VerifiedTokens tokens =
            new VerifiedTokens(this::verify, rules(), Duration.ofMinutes(5));

    @Test
    void verifiesTheSignatureOfATokenOnce() {
        var first = tokens.decode("good");

        assertThat(tokens.decode("good")).isEqualTo(first);
        assertThat(verifications).hasValue(1);
    }

    @Test
    void refusesAKnownTokenFromTheMomentItExpires() {
        tokens.decode("good");
        time.set(NOW.plusSeconds(61));

        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void remembersNoTokenThatWasRefused() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);

        assertThat(verifications).hasValue(2);
    }

    private Jwt verify(String token) {
        verifications.incrementAndGet();
        if (token.equals("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(60))
                .build();
    }

    private JwtTimestampValidator rules() {
        var rules = new JwtTimestampValidator(Duration.ZERO);
        rules.setClock(new TestTime());
        return rules;
    }

    private final class TestTime extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return requireNonNull(time.get());
        }
    }
}
