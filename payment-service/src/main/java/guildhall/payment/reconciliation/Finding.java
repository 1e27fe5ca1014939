package guildhall.payment.reconciliation;

import java.time.Instant;
import java.util.Currency;

/** What does not agree. */
public sealed interface Finding {
    Currency currency();

    /** As in the entry or the movement. */
    long change();

    /** When it happened, by the provider's or by our clock. */
    Instant happenedAt();

    /** The provider has booked it and we do not know why; it is in SUSPENSE. */
    record Unexplained(StatementEntry entry) implements Finding {
        @Override
        public Currency currency() {
            return entry.currency();
        }

        @Override
        public long change() {
            return entry.change();
        }

        @Override
        public Instant happenedAt() {
            return entry.bookedAt();
        }
    }

    /** We have posted it and the provider has not booked it. */
    record Missing(CashMovement movement) implements Finding {
        @Override
        public Currency currency() {
            return movement.currency();
        }

        @Override
        public long change() {
            return movement.change();
        }

        @Override
        public Instant happenedAt() {
            return movement.postedAt();
        }
    }
}
