package guildhall.gateway.limit;

import java.time.Instant;

/**
 * Permits of one caller in one window that this instance may hand out. Immutable.
 *
 * @param left permits not handed out yet
 * @param last no more can be had in this window
 * @param end of the window
 */
record Lease(int left, boolean last, Instant end) {
    static Lease none(Instant end) {
        return new Lease(0, false, end);
    }

    /** This lease if it belongs to the window, else an empty one. */
    Lease in(Instant windowEnd) {
        return end.equals(windowEnd) ? this : none(windowEnd);
    }

    /** One permit less; the same when there is none. */
    Lease take() {
        return left == 0 ? this : new Lease(left - 1, last, end);
    }

    /** With what the shared counter granted; nothing granted means that the window is used up. */
    Lease plus(int granted) {
        return new Lease(left + granted, granted == 0, end);
    }

    /** Without the shared counter: the whole window for this instance, once. */
    Lease alone(int permits) {
        return last ? this : new Lease(left + permits, true, end);
    }

    /** A twentieth of the limit: rare round trips for large limits, exact counts for small ones. */
    static int sizeFor(int permits) {
        return Math.max(1, permits / 20);
    }

    /** The end of the fixed window that contains the moment. */
    static Instant windowEnd(Instant now, long windowMillis) {
        return Instant.ofEpochMilli((now.toEpochMilli() / windowMillis + 1) * windowMillis);
    }
}
