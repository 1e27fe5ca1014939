package guildhall.contract.milestone;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.milestone.Milestone.AwaitingFunding;
import guildhall.messages.id.MilestoneId;
import java.time.Instant;

/** Money into and out of escrow: what a milestone asks of the funding process. */
public interface Escrows {
    /** Starts, in the present transaction, what ends in the milestone being funded or refused. */
    void order(AwaitingFunding milestone, Agreement agreement, Instant at);

    /** Starts, in the present transaction, what ends in nothing being held for the milestone. */
    void close(MilestoneId milestone, CancellationReason reason, Instant at);
}
