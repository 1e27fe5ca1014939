package guildhall.payment.credit;

import guildhall.messages.id.TaskId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.credit.Lot.Part;
import java.time.Instant;
import java.util.List;

/** What happened to the credits of one client. */
public sealed interface CreditEvent {
    Instant at();

    record CreditsAdded(Lot lot) implements CreditEvent {
        @Override
        public Instant at() {
            return lot.addedAt();
        }
    }

    record CreditsReserved(TaskId task, List<Part> parts, Instant at) implements CreditEvent {
        public CreditsReserved {
            parts = List.copyOf(parts);
        }
    }

    record CreditsReleased(TaskId task, List<Part> parts, Instant at) implements CreditEvent {
        public CreditsReleased {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param title of the task, shown on statements
     */
    record CreditsConsumed(
            TaskId task, List<Part> parts, Side talent, String title, Split split, Instant at)
            implements CreditEvent {
        public CreditsConsumed {
            parts = List.copyOf(parts);
        }
    }

    record CreditsExpired(Part part, Instant at) implements CreditEvent {}

    /** The payment for them was taken back. */
    record CreditsRevoked(Part part, Instant at) implements CreditEvent {}

    /** What was paid for used credits, and who gets it. */
    record Split(Money value, Money talentShare) {
        public Money fee() {
            return value.minus(talentShare);
        }
    }
}
