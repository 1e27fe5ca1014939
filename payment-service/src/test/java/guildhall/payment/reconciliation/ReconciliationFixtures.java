package guildhall.payment.reconciliation;

import guildhall.messages.id.UserId;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** Short names for what these tests speak of. */
final class ReconciliationFixtures {
    static final Currency USD = Currency.getInstance("USD");
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final UserId ANN = new UserId(new UUID(1, 1));
    static final UserId BOB = new UserId(new UUID(1, 2));
    static final DifferenceId DIFFERENCE = new DifferenceId(new UUID(2, 1));

    static StatementEntry entry(String id, String reference, long change) {
        return new StatementEntry("bank", id, Kind.CHARGE, reference, change, USD, NOON);
    }

    static StatementEntry entry(long change) {
        return entry("e1", "ch_1", change);
    }

    static CashMovement movement(long line, UUID thing, long change) {
        var source = new JournalSource("top-up", thing, "succeeded");
        return new CashMovement(line, source, change, USD, NOON);
    }

    static CashMovement movement(long change) {
        return movement(7, new UUID(3, 1), change);
    }

    static Proposal proposal(Settlement settlement) {
        return new Proposal(settlement, "Letter 7", ANN, NOON);
    }

    private ReconciliationFixtures() {}
}
