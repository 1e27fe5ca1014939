package guildhall.payment.clearing;

import java.time.Instant;
import java.util.List;

/** All holds. */
public interface SafetyHolds {
    void add(List<SafetyHold> holds);

    /** Locks open holds that are due, oldest first, leaving out what another sweep has taken. */
    List<SafetyHold> lockDue(Instant now, int limit);

    /** Closes locked holds. */
    void markCleared(List<SafetyHold> holds, Instant at);
}
