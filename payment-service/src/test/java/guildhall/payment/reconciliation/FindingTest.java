package guildhall.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.payment.ledger.JournalSource;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final StatementEntry ENTRY = entry("e1", USD);

    @Test
    void saysWhatTheProviderBooked() {
        var finding = new Unexplained(ENTRY);

        assertThat(finding.change()).isEqualTo(-7);
        assertThat(finding.currency()).isEqualTo(USD);
        assertThat(finding.happenedAt()).isEqualTo(NOON);
    }

    @Test
    void saysWhatWePosted() {
        var source = new JournalSource("payout", new UUID(0, 1), "completed");
        var finding = new Missing(new CashMovement(1, source, -9, USD, NOON));

        assertThat(finding.change()).isEqualTo(-9);
        assertThat(finding.currency()).isEqualTo(USD);
        assertThat(finding.happenedAt()).isEqualTo(NOON);
    }

    @Test
    void knowsWhichEntriesUndoEachOther() {
        var undone = new Matching.Undone(ENTRY, entry("e2", USD));

        assertThat(undone.contains(ENTRY)).isTrue();
        assertThat(undone.contains(entry("e2", USD))).isTrue();
        assertThat(undone.contains(entry("e3", USD))).isFalse();
    }

    @Test
    void keepsEntriesOfOthersOutOfAStatement() {
        var euros = Currency.getInstance("EUR");

        assertThat(statement("sandbox", USD).entries()).containsExactly(ENTRY);
        assertThatIllegalArgumentException().isThrownBy(() -> statement("stripe", USD));
        assertThatIllegalArgumentException().isThrownBy(() -> statement("sandbox", euros));
    }

    private static ProviderStatement statement(String provider, Currency currency) {
        return new ProviderStatement(
                provider, "today", currency, NOON, NOON.plusSeconds(1), 0, List.of(ENTRY));
    }

    private static StatementEntry entry(String id, Currency currency) {
        return new StatementEntry("sandbox", id, Kind.PAYOUT, "tr_1", -7, currency, NOON);
    }
}
