package guildhall.payment.reconciliation;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.id.UserId;
import guildhall.payment.reconciliation.PeriodReport.Settlements;
import guildhall.payment.reconciliation.PeriodReport.Total;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Whether a period can be closed, and what its report says. */
public final class PeriodClosing {
    /** What somebody wants closed. */
    public record Request(UUID id, Currency currency, Instant until, UserId by, Instant at) {}

    /**
     * What is known about it.
     *
     * @param from the end of the period before; the beginning of time for the first one
     * @param opening the closing balance of the period before
     * @param statementEndsThere whether a statement ends at the end of the period
     * @param providerBalance what providers hold for us there, by their statements
     * @param unmatched entries and movements before the end that are in no match yet
     * @param openDifferences differences of before the end that are not settled
     */
    public record Facts(
            Instant from,
            long opening,
            boolean statementEndsThere,
            long providerBalance,
            List<Total> movements,
            long ledger,
            long inTransit,
            long unmatched,
            long openDifferences,
            List<Settlements> settled) {
        public Facts {
            movements = List.copyOf(movements);
            settled = List.copyOf(settled);
        }
    }

    public sealed interface Refusal {
        /** An earlier period reaches as far or further. */
        record AlreadyClosed(Instant until) implements Refusal {}

        /** No statement ends there, so nobody knows what the provider held. */
        record NoStatement() implements Refusal {}

        record NotSettled(long unmatched, long openDifferences) implements Refusal {}

        /**
         * @param statement what the entries lack to the provider's balance
         * @param ledger what the ledger lacks to the entries
         */
        record DoesNotAddUp(long statement, long ledger) implements Refusal {}
    }

    public static Decision<PeriodReport, Refusal> decide(Request request, Facts facts) {
        if (!request.until().isAfter(facts.from())) {
            return reject(new Refusal.AlreadyClosed(facts.from()));
        }
        if (!facts.statementEndsThere()) {
            return reject(new Refusal.NoStatement());
        }
        if (facts.unmatched() > 0 || facts.openDifferences() > 0) {
            return reject(new Refusal.NotSettled(facts.unmatched(), facts.openDifferences()));
        }
        var closing = closing(facts);
        var statement = facts.providerBalance() - closing;
        var ledger = closing - facts.ledger() - facts.inTransit();
        return statement == 0 && ledger == 0
                ? accept(report(request, facts, closing))
                : reject(new Refusal.DoesNotAddUp(statement, ledger));
    }

    private static long closing(Facts facts) {
        return facts.opening() + facts.movements().stream().mapToLong(Total::change).sum();
    }

    private static PeriodReport report(Request request, Facts facts, long closing) {
        return new PeriodReport(
                request.id(),
                request.currency(),
                facts.from(),
                request.until(),
                facts.opening(),
                facts.movements(),
                closing,
                facts.ledger(),
                facts.inTransit(),
                facts.providerBalance() - facts.ledger() - facts.inTransit(),
                facts.settled(),
                request.by(),
                request.at());
    }

    private PeriodClosing() {}
}
