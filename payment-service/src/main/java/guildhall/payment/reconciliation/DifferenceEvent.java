package guildhall.payment.reconciliation;

import guildhall.messages.id.UserId;
import java.time.Instant;

public sealed interface DifferenceEvent {
    DifferenceId id();

    record DifferenceFound(DifferenceId id, Finding finding, Instant at)
            implements DifferenceEvent {}

    record SettlementProposed(DifferenceId id, Proposal proposal) implements DifferenceEvent {}

    /** Carries everything that has to be posted. */
    record SettlementApproved(
            DifferenceId id, Finding finding, Proposal proposal, UserId by, Instant at)
            implements DifferenceEvent {}

    record SettlementRejected(DifferenceId id, UserId by, Instant at) implements DifferenceEvent {}

    record DifferenceExplained(DifferenceId id, Finding finding, Instant at)
            implements DifferenceEvent {}
}
