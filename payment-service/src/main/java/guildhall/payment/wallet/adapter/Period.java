package guildhall.payment.wallet.adapter;

import guildhall.runtime.web.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the past is asked for.
 *
 * @param from only lines from this time on
 * @param until only lines before this time
 */
record Period(@Nullable Instant from, @Nullable Instant until) {
    static final Instant BEGINNING = Instant.EPOCH;
    static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    Instant start() {
        return from == null ? BEGINNING : reasonable(from, "from");
    }

    Instant endOr(Instant whenOpen) {
        return until == null ? whenOpen : reasonable(until, "until");
    }

    /** A database knows fewer years than an ISO date. */
    static Instant reasonable(Instant time, String parameter) {
        if (time.isBefore(BEGINNING) || time.isAfter(END)) {
            throw Refusal.parameter(parameter, "must be a time from 1970 to 9999");
        }
        return time;
    }
}
