package guildhall.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BadTokensTest {
    private final AtomicLong nanos = new AtomicLong();
    private final BadTokens bad = new BadTokens(3, nanos::get);

    @Test
    void areTooManyFromTheLimitOn() {
        count("10.0.0.1", 2);
        assertThat(bad.areTooMany("10.0.0.1")).isFalse();

        count("10.0.0.1", 1);

        assertThat(bad.areTooMany("10.0.0.1")).isTrue();
        assertThat(bad.areTooMany("10.0.0.2")).isFalse();
    }

    @Test
    void areForgottenAMinuteAfterTheFirst() {
        count("10.0.0.1", 1);
        nanos.addAndGet(BadTokens.WINDOW.dividedBy(2).toNanos());
        count("10.0.0.1", 2);

        nanos.addAndGet(BadTokens.WINDOW.dividedBy(2).toNanos() + 1);

        assertThat(bad.areTooMany("10.0.0.1")).isFalse();
    }

    private void count(String address, int times) {
        for (int i = 0; i < times; i++) {
            bad.count(address);
        }
    }
}
