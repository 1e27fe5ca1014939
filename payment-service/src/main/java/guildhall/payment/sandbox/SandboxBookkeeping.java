package guildhall.payment.sandbox;

import guildhall.messages.money.Money;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the sandbox writes into its own statement. See the package for the charges about which it
 * differs from what it has told us.
 */
public final class SandboxBookkeeping {
    private static final String PROVIDER = "sandbox";
    private static final long ONE_OFF = 100;
    private static final long WINDFALL = 500;
    private static final long FEE_BASIS_POINTS = 150;

    /**
     * What really happened.
     *
     * @param reference the sandbox's own id of it
     * @param subject the id that we gave to it: of the top-up, payout or refund
     * @param isIncoming whether the sandbox holds more for us because of it
     */
    public record Booking(
            String reference,
            UUID subject,
            Kind kind,
            boolean isIncoming,
            Money amount,
            Instant at) {
        private long change() {
            return isIncoming ? amount.minorUnits() : -amount.minorUnits();
        }

        private StatementEntry entry(long change) {
            // A charge by the name that was told in its webhooks, the rest by the name that we
            // gave.
            var name = kind == Kind.CHARGE ? reference : subject.toString();
            return entry("txn_" + reference, kind, name, change);
        }

        private StatementEntry entry(String id, Kind as, String name, long change) {
            return new StatementEntry(PROVIDER, id, as, name, change, amount.currency(), at);
        }

        private StatementEntry fee() {
            var fee = Math.max(1, amount.minorUnits() * FEE_BASIS_POINTS / 10_000);
            return entry("txn_fee_" + reference, Kind.FEE, reference, -fee);
        }

        private StatementEntry windfall() {
            return entry("txn_other_" + reference, Kind.OTHER, "goodwill_" + reference, WINDFALL);
        }
    }

    public static List<StatementEntry> entriesOf(Booking booking) {
        return booking.kind() == Kind.CHARGE
                ? entriesOfCharge(booking)
                : List.of(booking.entry(booking.change()));
    }

    private static List<StatementEntry> entriesOfCharge(Booking charge) {
        var change = charge.change();
        return switch ((int) (change % 100)) {
            case 61 -> List.of();
            case 63 -> List.of(charge.entry(Math.max(1, change - ONE_OFF)));
            case 67 -> List.of(charge.entry(change), charge.fee());
            case 69 -> List.of(charge.entry(change), charge.windfall());
            default -> List.of(charge.entry(change));
        };
    }

    private SandboxBookkeeping() {}
}
