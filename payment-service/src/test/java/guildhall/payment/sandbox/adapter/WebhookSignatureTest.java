package guildhall.payment.sandbox.adapter;

import static guildhall.payment.sandbox.adapter.WebhookSignature.Verdict.BAD;
import static guildhall.payment.sandbox.adapter.WebhookSignature.Verdict.GOOD;
import static guildhall.payment.sandbox.adapter.WebhookSignature.Verdict.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);
    static final String BODY = "{\"id\":\"evt_1\"}";

    /** Computed with openssl: printf '%s' '1800000000.{"id":"evt_1"}' and the secret below. */
    static final String GOOD_HEADER =
            "t=1800000000,v1=ed8f3a147ef05f76ebe440cf5cb684f0811965dc1fc73c4037bffb3a8de6f259";

    final TestClock clock = TestClock.at(NOON);
    final WebhookSignature signature =
            new WebhookSignature(
                    new WebhookProperties("a-secret-only-for-tests", Duration.ofMinutes(5)), clock);

    @Test
    void acceptsWhatTheHolderOfTheSecretSignedJustNow() {
        assertThat(verify(GOOD_HEADER, BODY)).isEqualTo(GOOD);
    }

    @Test
    void refusesAChangedBodyOrTime() {
        assertThat(verify(GOOD_HEADER, BODY + " ")).isEqualTo(BAD);
        assertThat(verify(GOOD_HEADER.replace("t=1800000000", "t=1800000001"), BODY))
                .isEqualTo(BAD);
    }

    @Test
    void refusesWhatIsOlderOrNewerThanTheTolerance() {
        clock.set(NOON.plusSeconds(300));
        assertThat(verify(GOOD_HEADER, BODY)).isEqualTo(GOOD);
        clock.set(NOON.plusSeconds(301));
        assertThat(verify(GOOD_HEADER, BODY)).isEqualTo(STALE);
        clock.set(NOON.minusSeconds(301));
        assertThat(verify(GOOD_HEADER, BODY)).isEqualTo(STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1800000000", "v1=00", "t=now,v1=00", "t=99999999999999,v1=00"})
    void refusesAnythingElse(String header) {
        assertThat(verify(header, BODY)).isEqualTo(BAD);
        assertThat(signature.verify(Optional.empty(), BODY)).isEqualTo(BAD);
    }

    private WebhookSignature.Verdict verify(String header, String body) {
        return signature.verify(Optional.of(header), body);
    }
}
