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
    static final String OUR_ID = new UUID(9, 1).toString();
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
        var payout = booking("po_1", OUR_ID, Kind.PAYOUT, 100_61);

        assertThat(SandboxBookkeeping.entriesOf(payout))
                .containsExactly(entry("txn_po_1", Kind.PAYOUT, OUR_ID, -100_61));
    }

    @Test
    void booksARefundUnderOurNameAndAChargebackUnderItsOwn() {
        assertThat(SandboxBookkeeping.entriesOf(booking("re_1", OUR_ID, Kind.REFUND, 100_67)))
                .containsExactly(entry("txn_re_1", Kind.REFUND, OUR_ID, -100_67));
        assertThat(SandboxBookkeeping.entriesOf(booking("cb_1", "cb_1", Kind.CHARGEBACK, 100_61)))
                .containsExactly(entry("txn_cb_1", Kind.CHARGEBACK, "cb_1", -100_61));
        assertThat(SandboxBookkeeping.entriesOf(booking("fee_cb_1", "cb_1", Kind.FEE, 15_00)))
                .containsExactly(entry("txn_fee_cb_1", Kind.FEE, "cb_1", -15_00));
    }

    private static Booking booking(String id, String name, Kind kind, long amount) {
        return new Booking(id, name, kind, false, Money.of(amount, "USD"), NOON);
    }

    private static List<StatementEntry> booked(long amount) {
        return SandboxBookkeeping.entriesOf(
                new Booking("ch_1", "ch_1", Kind.CHARGE, true, Money.of(amount, "USD"), NOON));
    }

    private static StatementEntry charge(long change) {
        return entry("txn_ch_1", Kind.CHARGE, "ch_1", change);
    }

    private static StatementEntry entry(String id, Kind kind, String reference, long change) {
        return new StatementEntry(
                "sandbox", id, kind, reference, change, Currency.getInstance("USD"), NOON);
    }
}
