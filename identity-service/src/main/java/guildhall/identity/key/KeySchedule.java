package guildhall.identity.key;

import java.time.Duration;
import java.time.Instant;

/**
 * Which key is used when.
 *
 * @param rotation how long one key signs
 * @param overlap for how long after that its tokens may still be shown: their life and clock skew
 */
public record KeySchedule(Duration rotation, Duration overlap) {
    public KeySchedule {
        if (rotation.toSeconds() < 1 || overlap.isNegative()) {
            throw new IllegalArgumentException("No schedule: " + rotation + ", " + overlap);
        }
    }

    /** When the period began whose key signs now. */
    public Instant current(Instant now) {
        var seconds = rotation.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }

    /** When the next key takes over. */
    public Instant next(Instant now) {
        return current(now).plusSeconds(rotation.toSeconds());
    }

    /** Until when the key of the period that began then is published. */
    public Instant publishedUntil(Instant periodStart) {
        return periodStart.plusSeconds(rotation.toSeconds()).plus(overlap);
    }
}
