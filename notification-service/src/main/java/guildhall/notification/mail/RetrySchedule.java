package guildhall.notification.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a mail that could not be sent is tried again. */
public final class RetrySchedule {
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(12));

    /** How long to wait after so many failed attempts; empty when it is time to give up. */
    public static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }

    private RetrySchedule() {}
}
