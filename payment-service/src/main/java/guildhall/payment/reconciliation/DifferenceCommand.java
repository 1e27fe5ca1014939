package guildhall.payment.reconciliation;

import guildhall.messages.id.UserId;
import java.time.Instant;

public sealed interface DifferenceCommand {
    DifferenceId id();

    record NoteDifference(DifferenceId id, Finding finding, Instant at)
            implements DifferenceCommand {}

    record ProposeSettlement(DifferenceId id, Proposal proposal) implements DifferenceCommand {}

    record ApproveSettlement(DifferenceId id, UserId by, Instant at) implements DifferenceCommand {}

    /** Also by the one who proposed it. */
    record RejectSettlement(DifferenceId id, UserId by, Instant at) implements DifferenceCommand {}

    /** The counterpart was found. */
    record Explain(DifferenceId id, Instant at) implements DifferenceCommand {}
}
