package guildhall.payment.reconciliation.adapter;

import guildhall.payment.reconciliation.ProviderStatements;
import guildhall.payment.reconciliation.StatementUnavailableException;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Once a day the statement of the day before, and every time whatever can be matched by now. */
@Component
class ReconciliationRound {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRound.class);

    private final ProviderStatements provider;
    private final StatementImport statements;
    private final MatchingRound matching;
    private final ReconciliationGauges gauges;
    private final Schedule schedule;

    /** What belongs to a day that is over. */
    @Component
    record Schedule(ReconciliationProperties properties, Clock clock, CashBooks books) {
        Instant endOfDay() {
            return clock.instant().minus(properties.lag()).truncatedTo(ChronoUnit.DAYS);
        }
    }

    ReconciliationRound(
            ProviderStatements provider,
            StatementImport statements,
            MatchingRound matching,
            ReconciliationGauges gauges,
            Schedule schedule) {
        this.provider = provider;
        this.statements = statements;
        this.matching = matching;
        this.gauges = gauges;
        this.schedule = schedule;
    }

    void run() {
        new Cause(Ids.next().toString(), null, "system:payment")
                .run(() -> {
                    importEverythingDue();
                    schedule.books().currencies().forEach(matching::run);
                    gauges.refresh();
                });
    }

    private void importEverythingDue() {
        try {
            var currencies = new HashSet<>(provider.currencies());
            currencies.addAll(schedule.books().currencies());
            currencies.forEach(this::importDay);
        } catch (StatementUnavailableException e) {
            LOG.warn("No statement from {}: {}", provider.provider(), e.getMessage());
        }
    }

    private void importDay(Currency currency) {
        statements.importUntil(schedule.endOfDay(), currency, Optional.empty());
    }
}
