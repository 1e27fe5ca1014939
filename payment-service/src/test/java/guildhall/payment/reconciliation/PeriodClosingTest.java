package guildhall.payment.reconciliation;

import static guildhall.payment.reconciliation.ReconciliationFixtures.ANN;
import static guildhall.payment.reconciliation.ReconciliationFixtures.NOON;
import static guildhall.payment.reconciliation.ReconciliationFixtures.USD;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.payment.reconciliation.PeriodClosing.Facts;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.AlreadyClosed;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.DoesNotAddUp;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.NoStatement;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.NotSettled;
import guildhall.payment.reconciliation.PeriodClosing.Request;
import guildhall.payment.reconciliation.PeriodReport.Settlements;
import guildhall.payment.reconciliation.PeriodReport.Total;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeriodClosingTest {
    static final Instant MONTH = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant NEXT = Instant.parse("2027-02-01T00:00:00Z");
    static final UUID ID = new UUID(6, 1);
    static final Request REQUEST = new Request(ID, USD, NEXT, ANN, NOON);
    static final List<Total> MOVEMENTS =
            List.of(new Total(Kind.CHARGE, 3, 900), new Total(Kind.FEE, 3, -30));
    static final List<Settlements> SETTLED = List.of(new Settlements("WRITE_OFF", 1));

    @Test
    void closesWhatAddsUp() {
        assertThat(PeriodClosing.decide(REQUEST, facts(970, 900, 70)))
                .isEqualTo(
                        accept(
                                new PeriodReport(
                                        ID, USD, MONTH, NEXT, 100, MOVEMENTS, 970, 900, 70, 0,
                                        SETTLED, ANN, NOON)));
    }

    @Test
    void neverClosesAPeriodAgain() {
        var same = new Request(ID, USD, MONTH, ANN, NOON);
        var earlier = new Request(ID, USD, MONTH.minusSeconds(1), ANN, NOON);

        assertThat(PeriodClosing.decide(same, facts(970, 970, 0)))
                .isEqualTo(reject(new AlreadyClosed(MONTH)));
        assertThat(PeriodClosing.decide(earlier, facts(970, 970, 0)))
                .isEqualTo(reject(new AlreadyClosed(MONTH)));
    }

    @Test
    void closesNothingThatIsNotKnownOrNotSettled() {
        assertThat(PeriodClosing.decide(REQUEST, facts(false, 0, 0)))
                .isEqualTo(reject(new NoStatement()));
        assertThat(PeriodClosing.decide(REQUEST, facts(true, 1, 0)))
                .isEqualTo(reject(new NotSettled(1, 0)));
        assertThat(PeriodClosing.decide(REQUEST, facts(true, 0, 2)))
                .isEqualTo(reject(new NotSettled(0, 2)));
    }

    @Test
    void closesNothingThatDoesNotAddUp() {
        assertThat(PeriodClosing.decide(REQUEST, facts(971, 970, 0)))
                .isEqualTo(reject(new DoesNotAddUp(1, 0)));
        assertThat(PeriodClosing.decide(REQUEST, facts(970, 968, 0)))
                .isEqualTo(reject(new DoesNotAddUp(0, 2)));
        assertThatThrownBy(() ->
                        new PeriodReport(
                                ID, USD, MONTH, NEXT, 100, MOVEMENTS, 970, 969, 0, 1, SETTLED, ANN,
                                NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Facts facts(long providerBalance, long ledger, long inTransit) {
        return new Facts(
                MONTH, 100, true, providerBalance, MOVEMENTS, ledger, inTransit, 0, 0, SETTLED);
    }

    private static Facts facts(boolean statementEndsThere, long unmatched, long open) {
        return new Facts(
                MONTH, 100, statementEndsThere, 970, MOVEMENTS, 970, 0, unmatched, open, SETTLED);
    }
}
