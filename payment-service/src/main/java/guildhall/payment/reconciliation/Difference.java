package guildhall.payment.reconciliation;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** The states of one difference. */
public sealed interface Difference {
    record Absent() implements Difference {}

    sealed interface Found extends Difference {
        DifferenceId id();

        Finding finding();

        Instant foundAt();
    }

    record Open(DifferenceId id, Finding finding, Instant foundAt) implements Found {}

    record Proposed(DifferenceId id, Finding finding, Instant foundAt, Proposal proposal)
            implements Found {}

    record Settled(DifferenceId id, Finding finding, Instant foundAt, Outcome outcome)
            implements Found {}

    /** How a difference ended. */
    sealed interface Outcome {
        Instant at();

        record Decided(Proposal proposal, UserId approvedBy, Instant at) implements Outcome {}

        /** Its counterpart turned up. */
        record Explained(Instant at) implements Outcome {}
    }
}
