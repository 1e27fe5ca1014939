package guildhall.payment.clearing;

import guildhall.messages.id.EscrowId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All holds. */
public interface SafetyHolds {
    void add(List<SafetyHold> holds);

    /** Locks all holds of the escrows that have not cleared, in one fixed order. */
    HoldBook.Locked lock(Set<EscrowId> escrows);

    /** Stores what a dispute did to locked holds. */
    void write(HoldBook.Locked changed);

    /** Locks open holds that are due, oldest first, leaving out what another sweep has taken. */
    List<SafetyHold> lockDue(Instant now, int limit);

    /** Closes locked holds. */
    void markCleared(List<SafetyHold> holds, Instant at);
}
