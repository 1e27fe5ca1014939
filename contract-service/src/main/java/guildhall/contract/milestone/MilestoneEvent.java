package guildhall.contract.milestone;

import guildhall.contract.agreement.CancellationReason;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import java.time.Instant;

/** What happened to a milestone. */
public sealed interface MilestoneEvent {
    Instant at();

    record MilestonePlanned(Plan plan, Instant at) implements MilestoneEvent {}

    record MilestoneEdited(String title, Money amount, int dueInDays, Instant at)
            implements MilestoneEvent {}

    record FundingRequested(EscrowId escrow, Instant fundBefore, Instant at)
            implements MilestoneEvent {}

    record FundingDeclined(String reason, Instant at) implements MilestoneEvent {}

    record FundingAbandoned(Instant at) implements MilestoneEvent {}

    record MilestoneFunded(EscrowId escrow, Instant at) implements MilestoneEvent {}

    record WorkStarted(Instant at) implements MilestoneEvent {}

    record WorkSubmitted(int submission, UserId by, String notes, Instant autoApproveAt, Instant at)
            implements MilestoneEvent {}

    /** About the submission of that number. */
    record RevisionAsked(int revision, int submission, UserId by, String reason, Instant at)
            implements MilestoneEvent {}

    record PartialReleaseOrdered(PartialRelease part) implements MilestoneEvent {
        @Override
        public Instant at() {
            return part.orderedAt();
        }
    }

    record PartialReleasePaid(ReleaseId release, Payment payment) implements MilestoneEvent {
        @Override
        public Instant at() {
            return payment.paidAt();
        }
    }

    record MilestoneApproved(Approval approval) implements MilestoneEvent {
        @Override
        public Instant at() {
            return approval.approvedAt();
        }
    }

    record MilestonePaid(Payment payment) implements MilestoneEvent {
        @Override
        public Instant at() {
            return payment.paidAt();
        }
    }

    record MilestoneCancelled(CancellationReason reason, Instant at) implements MilestoneEvent {}

    record MilestoneRefunded(Instant at) implements MilestoneEvent {}
}
