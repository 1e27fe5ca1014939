package guildhall.contract.agreement;

import guildhall.messages.money.Money;
import java.time.Instant;

/** The states of one contract. */
public sealed interface Contract {
    record Absent() implements Contract {}

    /** A contract that exists, in whatever state. */
    sealed interface Agreed extends Contract {
        Agreement agreement();

        ContractStatus status();
    }

    record Draft(Agreement agreement) implements Agreed {
        @Override
        public ContractStatus status() {
            return ContractStatus.DRAFT;
        }
    }

    /** Both sides accepted; the first milestone must be funded before the deadline. */
    record PendingFunding(Agreement agreement, Instant fundBefore) implements Agreed {
        @Override
        public ContractStatus status() {
            return ContractStatus.PENDING_FUNDING;
        }
    }

    /**
     * A side backed out before the money was there. Not CANCELLED yet: the escrow must be closed
     * first, or a funding that is on its way would be left in it.
     */
    record Cancelling(
            Agreement agreement, Instant fundBefore, CancellationReason reason, Instant requestedAt)
            implements Agreed {
        @Override
        public ContractStatus status() {
            return ContractStatus.PENDING_FUNDING;
        }
    }

    record Active(Agreement agreement, Instant activatedAt) implements Agreed {
        @Override
        public ContractStatus status() {
            return ContractStatus.ACTIVE;
        }
    }

    record Completed(Agreement agreement, Instant activatedAt, Money paid, Instant completedAt)
            implements Agreed {
        @Override
        public ContractStatus status() {
            return ContractStatus.COMPLETED;
        }
    }

    record Cancelled(Agreement agreement, CancellationReason reason, Instant cancelledAt)
            implements Agreed {
        @Override
        public ContractStatus status() {
            return ContractStatus.CANCELLED;
        }
    }

    record Terminated(Agreement agreement, Instant activatedAt, Instant terminatedAt)
            implements Agreed {
        @Override
        public ContractStatus status() {
            return ContractStatus.TERMINATED;
        }
    }
}
