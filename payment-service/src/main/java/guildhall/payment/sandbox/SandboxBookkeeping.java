package guildhall.payment.sandbox;

import guildhall.messages.money.Money;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.time.Instant;
import java.util.List;

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
     * @param id the sandbox's own of it
     * @param name by which it is known to us: as the webhooks call a charge or a chargeback, as we
     *     have called a payout or a refund
     * @param isIncoming whether the sandbox holds more for us because of it
     */
    public record Booking(
            String id, String name, Kind kind, boolean isIncoming, Money amount, Instant at) {
        private long change() {
            return isIncoming ? amount.minorUnits() : -amount.minorUnits();
        }

        private StatementEntry entry(long change) {
            return entry("txn_" + id, kind, name, change);
        }

        private StatementEntry entry(String entry, Kind as, String about, long change) {
            return new StatementEntry(PROVIDER, entry, as, about, change, amount.currency(), at);
        }

        private StatementEntry fee() {
            var fee = Math.max(1, amount.minorUnits() * FEE_BASIS_POINTS / 10_000);
            return entry("txn_fee_" + id, Kind.FEE, name, -fee);
        }

        private StatementEntry windfall() {
            return entry("txn_other_" + id, Kind.OTHER, "goodwill_" + id, WINDFALL);
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
