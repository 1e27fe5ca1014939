package guildhall.payment.reconciliation.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.UserId;
import guildhall.payment.reconciliation.ProviderStatement;
import guildhall.payment.reconciliation.ProviderStatements;
import guildhall.payment.reconciliation.adapter.JdbcProviderStatements.Imported;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks the provider for what it has booked since the last time, and keeps it. */
@Component
class StatementImport {
    private static final Logger LOG = LoggerFactory.getLogger(StatementImport.class);

    private final ProviderStatements provider;
    private final Store store;
    private final TransactionOperations transactions;
    private final ReconciliationProperties properties;
    private final Clock clock;

    /** Where it is kept. */
    @Component
    record Store(CashBooks books, JdbcProviderStatements statements, JdbcEntries entries) {}

    StatementImport(
            ProviderStatements provider,
            Store store,
            TransactionOperations transactions,
            ReconciliationProperties properties,
            Clock clock) {
        this.provider = provider;
        this.store = store;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Imports what was booked before a time; the newest statement there is when it reaches that far
     * already.
     *
     * @param by null when no person asked for it
     */
    Imported importUntil(Instant until, Currency currency, Optional<UserId> by) {
        var covered = store.statements().coveredUntil(provider.provider(), currency);
        if (covered.filter(time -> !time.isBefore(until)).isPresent()) {
            return latest(currency);
        }
        var from = covered.map(time -> time.minus(properties.lookBack())).orElse(Instant.EPOCH);
        var statement = provider.statement(currency, from, until);
        return transactions.execute(_ -> keep(statement, by));
    }

    private Imported latest(Currency currency) {
        return store.statements().latest(provider.provider(), currency).orElseThrow();
    }

    private Imported keep(ProviderStatement statement, Optional<UserId> by) {
        var currency = statement.currency();
        store.books().lock(currency);
        var covered = store.statements().coveredUntil(statement.provider(), currency);
        if (covered.filter(time -> !time.isBefore(statement.until())).isPresent()) {
            return latest(currency); // Another instance was faster.
        }
        var id = Ids.derived("statement", statement.provider(), statement.name());
        var added = store.entries().add(statement, id);
        var sum = added.stream().mapToLong(Long::longValue).sum();
        var imported =
                new Imported(
                        id,
                        statement.provider(),
                        currency,
                        statement.from(),
                        statement.until(),
                        statement.closingBalance(),
                        added.size(),
                        statement.entries().size() - added.size(),
                        statement.closingBalance() - store.statements().advance(statement, sum),
                        clock.instant().truncatedTo(MICROS),
                        by.orElse(null));
        store.statements().add(imported, statement.name());
        log(imported);
        return imported;
    }

    private static void log(Imported imported) {
        LOG.info(
                "Statement of {} in {} until {}: {} new entries",
                imported.provider(),
                imported.currency(),
                imported.until(),
                imported.newEntries());
        if (imported.difference() != 0) {
            LOG.error(
                    "Statement {} does not add up: {} minor units",
                    imported.id(),
                    imported.difference());
        }
    }
}
