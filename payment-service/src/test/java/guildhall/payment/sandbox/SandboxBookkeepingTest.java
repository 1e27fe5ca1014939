package guildhall.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import guildhall.payment.sandbox.SandboxBookkeeping.Booking;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxBookkeepingTest {
    static final UUID OUR_ID = new UUID(9, 1);
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");

    @Test
    void booksAChargeAsItWasReported() {
        assertThat(booked(100_00)).containsExactly(charge(100_00));
    }

    @Test
    void differsOnDemand() {
        assertThat(booked(100_61)).isEmpty();
        assertThat(booked(100_63)).containsExactly(charge(99_63));
        assertThat(booked(63)).containsExactly(charge(1));
        assertThat(booked(100_67))
                .containsExactly(charge(100_67), entry("txn_fee_ch_1", Kind.FEE, "ch_1", -1_51));
        assertThat(booked(100_69))
                .containsExactly(
                        charge(100_69), entry("txn_other_ch_1", Kind.OTHER, "goodwill_ch_1", 5_00));
    }

    @Test
    void booksAPayoutUnderOurName() {
        var payout = new Booking("po_1", OUR_ID, Kind.PAYOUT, false, Money.of(100_61, "USD"), NOON);

        assertThat(SandboxBookkeeping.entriesOf(payout))
                .containsExactly(entry("txn_po_1", Kind.PAYOUT, OUR_ID.toString(), -100_61));
    }

    private static List<StatementEntry> booked(long amount) {
        return SandboxBookkeeping.entriesOf(
                new Booking("ch_1", OUR_ID, Kind.CHARGE, true, Money.of(amount, "USD"), NOON));
    }

    private static StatementEntry charge(long change) {
        return entry("txn_ch_1", Kind.CHARGE, "ch_1", change);
    }

    private static StatementEntry entry(String id, Kind kind, String reference, long change) {
        return new StatementEntry(
                "sandbox", id, kind, reference, change, Currency.getInstance("USD"), NOON);
    }
}
