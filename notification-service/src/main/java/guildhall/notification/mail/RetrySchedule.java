package guildhall.notification.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a mail that could not be sent is tried again.
 *
 * @param waits after the first failure, the second and so on; after the last the mail has failed
 * @param addressPatience how long to wait for the address of a user who is not known yet
 */
public record RetrySchedule(List<Duration> waits, Duration addressPatience) {
    private static final Duration SOONEST = Duration.ofSeconds(2);
    private static final Duration LATEST = Duration.ofHours(1);

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** How long to wait after so many failures, at least one; empty when it is time to give up. */
    public Optional<Duration> afterFailure(int failures) {
        return failures <= waits.size() ? Optional.of(waits.get(failures - 1)) : Optional.empty();
    }

    /**
     * How long to wait for an address that was missing for so long: soon at first, because the
     * registration is on its way, and ever more rarely. Empty when it will not come any more.
     */
    public Optional<Duration> forAddress(Duration waited) {
        return waited.compareTo(addressPatience) < 0
                ? Optional.of(within(SOONEST, waited.dividedBy(2), LATEST))
                : Optional.empty();
    }

    private static Duration within(Duration least, Duration wanted, Duration most) {
        if (wanted.compareTo(least) < 0) {
            return least;
        }
        return wanted.compareTo(most) > 0 ? most : wanted;
    }
}
