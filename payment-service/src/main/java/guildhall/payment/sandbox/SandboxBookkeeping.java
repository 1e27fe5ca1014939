package guildhall.payment.sandbox;

import guildhall.messages.money.Money;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.time.Instant;
import java.util.List;

/**
 * What the sandbox writes into its own statement about a captured charge. See the package for the
 * amounts about which it differs from what it has told us.
 */
public final class SandboxBookkeeping {
    public static final String PROVIDER = "sandbox";
    private static final long ONE_OFF = 100;
    private static final long WINDFALL = 500;
    private static final long FEE_BASIS_POINTS = 150;

    public static List<StatementEntry> entriesOf(String charge, Money amount, Instant at) {
        var booked = new Booked(charge, amount, at);
        return switch ((int) (amount.minorUnits() % 100)) {
            case 61 -> List.of();
            case 63 -> List.of(booked.charge(Math.max(1, amount.minorUnits() - ONE_OFF)));
            case 67 -> List.of(booked.charge(amount.minorUnits()), booked.fee());
            case 69 -> List.of(booked.charge(amount.minorUnits()), booked.windfall());
            default -> List.of(booked.charge(amount.minorUnits()));
        };
    }

    private record Booked(String charge, Money amount, Instant at) {
        StatementEntry charge(long change) {
            return entry("txn_" + charge, Kind.CHARGE, charge, change);
        }

        StatementEntry fee() {
            var fee = Math.max(1, amount.minorUnits() * FEE_BASIS_POINTS / 10_000);
            return entry("txn_fee_" + charge, Kind.FEE, charge, -fee);
        }

        StatementEntry windfall() {
            return entry("txn_other_" + charge, Kind.OTHER, "goodwill_" + charge, WINDFALL);
        }

        private StatementEntry entry(String id, Kind kind, String reference, long change) {
            return new StatementEntry(PROVIDER, id, kind, reference, change, amount.currency(), at);
        }
    }

    private SandboxBookkeeping() {}
}
