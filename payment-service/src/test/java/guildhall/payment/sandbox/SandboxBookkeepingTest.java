package guildhall.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxBookkeepingTest {
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

    private static List<StatementEntry> booked(long amount) {
        return SandboxBookkeeping.entriesOf("ch_1", Money.of(amount, "USD"), NOON);
    }

    private static StatementEntry charge(long change) {
        return entry("txn_ch_1", Kind.CHARGE, "ch_1", change);
    }

    private static StatementEntry entry(String id, Kind kind, String reference, long change) {
        return new StatementEntry(
                "sandbox", id, kind, reference, change, Currency.getInstance("USD"), NOON);
    }
}
