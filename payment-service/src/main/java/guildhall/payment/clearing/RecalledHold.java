package guildhall.payment.clearing;

import java.time.Duration;
import java.time.Instant;

/** A hold that a dispute has stopped; its money is not in PENDING meanwhile. */
public record RecalledHold(SafetyHold hold, Instant recalledAt) {

    /** The window goes on with the time that it had left. */
    SafetyHold restored(Instant at) {
        return hold.clearingAt(hold.clearsAt().plus(Duration.between(recalledAt, at)));
    }
}
