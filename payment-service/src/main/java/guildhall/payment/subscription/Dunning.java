package guildhall.payment.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a charge that was missed is tried again.
 *
 * @param delays each counted from when the charge was due, ascending
 */
public record Dunning(List<Duration> delays) {
    public Dunning {
        delays = List.copyOf(delays);
        for (int i = 1; i < delays.size(); i++) {
            if (delays.get(i).compareTo(delays.get(i - 1)) <= 0) {
                throw new IllegalArgumentException("Tries must follow each other: " + delays);
            }
        }
    }

    /** Whether so many failures were the last. */
    boolean isOver(int failures) {
        return failures > delays.size();
    }

    /** The try that follows so many failures. */
    Instant next(Instant due, int failures) {
        return due.plus(delays.get(failures - 1));
    }
}
