package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy =
            new RetryPolicy(
                    new ConsumeProperties.Retry(8, Duration.ofMillis(200), Duration.ofSeconds(10)));

    @Test
    void doublesTheDelayUpToTheMaximumAndThenGivesUp() {
        var delays =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(attempt -> policy.delayAfter(FailureKind.UNKNOWN, attempt))
                        .map(delay -> delay.map(Duration::toMillis).orElse(-1L))
                        .toList();

        assertThat(delays).containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 10000L, -1L);
    }

    @Test
    void neverGivesUpOnAFailureThatPasses() {
        assertThat(policy.delayAfter(FailureKind.PASSING, 1_000_000))
                .contains(Duration.ofSeconds(10));
    }

    @Test
    void doesNotRepeatWhatCannotBeRead() {
        assertThat(policy.delayAfter(FailureKind.PERMANENT, 1)).isEmpty();
    }
}
