package guildhall.runtime.consume;

import java.time.Duration;
import java.util.Optional;

/** Decides, after a failure, when to try again or that enough was tried. */
final class RetryPolicy {
    private final ConsumeProperties.Retry properties;

    RetryPolicy(ConsumeProperties.Retry properties) {
        this.properties = properties;
    }

    /**
     * How long to wait before the next attempt; empty to give up.
     *
     * @param attempts how often it was tried, at least 1
     */
    Optional<Duration> delayAfter(FailureKind kind, int attempts) {
        return switch (kind) {
            case PASSING -> Optional.of(delay(attempts));
            case UNKNOWN ->
                    attempts < properties.attempts()
                            ? Optional.of(delay(attempts))
                            : Optional.empty();
            case PERMANENT -> Optional.empty();
        };
    }

    private Duration delay(int attempts) {
        // Beyond 20 doublings every sensible maximum is reached, and the shift stays in range.
        var doubled = properties.firstDelay().multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(properties.maxDelay()) < 0 ? doubled : properties.maxDelay();
    }
}
