package guildhall.payment.reconciliation.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.UserId;
import guildhall.payment.reconciliation.adapter.JdbcProviderStatements.Imported;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The round of one currency, when somebody does not want to wait for it. */
@Component
class StatementsNow {
    private final StatementImport statements;
    private final MatchingRound matching;
    private final ReconciliationProperties properties;
    private final Clock clock;

    StatementsNow(
            StatementImport statements,
            MatchingRound matching,
            ReconciliationProperties properties,
            Clock clock) {
        this.statements = statements;
        this.matching = matching;
        this.properties = properties;
        this.clock = clock;
    }

    Imported importAndMatch(Currency currency, UserId by) {
        var until = clock.instant().minus(properties.lag()).truncatedTo(MICROS);
        var imported = statements.importUntil(until, currency, Optional.of(by));
        matching.run(currency);
        return imported;
    }
}
