package guildhall.contract.milestone;

import static guildhall.contract.milestone.MilestoneStatus.*;

import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import java.time.Instant;

/** The states of one milestone. Money is at risk from {@code Funded} to {@code Approved}. */
public sealed interface Milestone {
    record Absent() implements Milestone {}

    /** A milestone that exists, in whatever state. */
    sealed interface Known extends Milestone {
        Plan plan();

        MilestoneStatus status();
    }

    /** Its money is in escrow, or was until it was paid. */
    sealed interface Held extends Known {
        Hold hold();

        /** What the approval pays: everything but the partial releases. */
        default Money rest() {
            return hold().unasked(plan().amount());
        }

        /** What payment has not told to be paid. */
        default Money stillHeld() {
            var amount = plan().amount();
            return amount.minus(hold().released(amount));
        }
    }

    /** An escrow was ordered and has not been confirmed. */
    sealed interface Unconfirmed extends Known {
        EscrowId escrow();

        Instant fundBefore();

        @Override
        default MilestoneStatus status() {
            return PLANNED;
        }
    }

    record Planned(Plan plan) implements Known {
        @Override
        public MilestoneStatus status() {
            return PLANNED;
        }
    }

    record AwaitingFunding(Plan plan, EscrowId escrow, Instant fundBefore) implements Unconfirmed {}

    /** Payment said no; the client may ask again, with the same escrow. */
    record FundingRefused(Plan plan, EscrowId escrow, Instant fundBefore, String reason)
            implements Unconfirmed {}

    record Funded(Plan plan, Hold hold) implements Held {
        @Override
        public MilestoneStatus status() {
            return FUNDED;
        }
    }

    record InProgress(Plan plan, Hold hold, Work work) implements Held {
        @Override
        public MilestoneStatus status() {
            return IN_PROGRESS;
        }
    }

    record Submitted(Plan plan, Hold hold, Work work, Instant submittedAt, Instant autoApproveAt)
            implements Held {
        @Override
        public MilestoneStatus status() {
            return SUBMITTED;
        }
    }

    record RevisionRequested(Plan plan, Hold hold, Work work) implements Held {
        @Override
        public MilestoneStatus status() {
            return REVISION_REQUESTED;
        }
    }

    record Approved(Plan plan, Hold hold, Work work, Approval approval) implements Held {
        @Override
        public MilestoneStatus status() {
            return APPROVED;
        }
    }

    record Paid(Plan plan, Hold hold, Work work, Approval approval, Payment payment)
            implements Held {
        @Override
        public MilestoneStatus status() {
            return PAID;
        }

        @Override
        public Money stillHeld() {
            return Held.super.stillHeld().minus(payment.gross());
        }

        /** What the approval and all parts before it have paid together. */
        public Payment total() {
            return hold.payments().reduce(payment, Payment::plus);
        }
    }

    /** Given up; its escrow is being closed, so that what it holds goes back to the client. */
    record Refunding(Plan plan, EscrowId escrow, Ending ending) implements Known {
        @Override
        public MilestoneStatus status() {
            return CANCELLED;
        }
    }

    /** Given up, and nothing is held for it. */
    record Cancelled(Plan plan, Ending ending) implements Known {
        @Override
        public MilestoneStatus status() {
            return CANCELLED;
        }
    }
}
