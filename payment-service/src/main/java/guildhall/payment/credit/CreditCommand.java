package guildhall.payment.credit;

import guildhall.messages.id.TaskId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

public sealed interface CreditCommand {
    Instant at();

    /** A purchase that was paid for, or a bonus. */
    record AddCredits(Lot lot) implements CreditCommand {
        @Override
        public Instant at() {
            return lot.addedAt();
        }
    }

    record ExpireCredits(LotId lot, Instant at) implements CreditCommand {}

    /**
     * A bank has taken back what was paid for a lot.
     *
     * @param amount how much of it
     */
    record RevokeCredits(LotId lot, Money amount, Instant at) implements CreditCommand {}

    /** A command that is about a task. */
    sealed interface OfTask extends CreditCommand {
        TaskId task();

        int units();
    }

    record ReserveCredits(TaskId task, int units, Instant at) implements OfTask {
        public ReserveCredits {
            requireSome(units);
        }
    }

    record ReleaseCredits(TaskId task, int units, Instant at) implements OfTask {
        public ReleaseCredits {
            requireSome(units);
        }
    }

    record ConsumeCredits(TaskId task, int units, Side talent, String title, Instant at)
            implements OfTask {
        public ConsumeCredits {
            requireSome(units);
        }
    }

    private static void requireSome(int units) {
        if (units < 1) {
            throw new IllegalArgumentException("A movement of " + units + " credits");
        }
    }
}
