package guildhall.payment.reconciliation.adapter;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.toSet;

import guildhall.payment.reconciliation.CashMovement;
import guildhall.payment.reconciliation.DifferenceCommand.Explain;
import guildhall.payment.reconciliation.DifferenceCommand.NoteDifference;
import guildhall.payment.reconciliation.DifferenceId;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Matching;
import guildhall.payment.reconciliation.Matching.Pair;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.adapter.JdbcEntries.Numbered;
import guildhall.payment.reconciliation.adapter.JdbcEntries.Suspended;
import guildhall.payment.reconciliation.adapter.JdbcMatches.Kind;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Matches what has come in, in transactions of limited size, and opens differences about what has
 * waited for too long. Can be repeated at any time, by any number of instances.
 */
@Component
class MatchingRound {
    private static final UUID BEGINNING = new UUID(0, 0);
    private static final int MOST_SUSPENDED = 10_000;

    private final Books books;
    private final References references;
    private final EntryPostings postings;
    private final TransactionOperations transactions;
    private final Policy policy;

    /** What is matched with what. */
    @Component
    record Books(
            CashBooks cash,
            JdbcEntries entries,
            JdbcMovements movements,
            JdbcMatches matches,
            Differences differences) {}

    /** When, and how much at once. */
    @Component
    record Policy(ReconciliationProperties properties, Clock clock) {
        Instant now() {
            return clock.instant().truncatedTo(MICROS);
        }

        int batch() {
            return properties.batch();
        }
    }

    MatchingRound(
            Books books,
            References references,
            EntryPostings postings,
            TransactionOperations transactions,
            Policy policy) {
        this.books = books;
        this.references = references;
        this.postings = postings;
        this.transactions = transactions;
        this.policy = policy;
    }

    void run(Currency currency) {
        repeat(currency, () -> books.cash().takeOver(currency));
        var after = OptionalLong.of(0);
        while (after.isPresent()) {
            var number = after.getAsLong();
            after = inBook(currency, () -> matchAfter(number, currency));
        }
        var difference = Optional.of(BEGINNING);
        while (difference.isPresent()) {
            var id = difference.get();
            difference = inBook(currency, () -> explainAfter(id, currency));
        }
        repeat(currency, () -> suspend(currency));
        inBook(currency, () -> explainUndone(currency));
        repeat(currency, () -> reportMissing(currency));
    }

    private void repeat(Currency currency, BooleanSupplier step) {
        var more = true;
        while (more) {
            more = inBook(currency, step::getAsBoolean);
        }
    }

    /** In a transaction of its own that has locked the book. */
    private <T> T inBook(Currency currency, Supplier<T> step) {
        return transactions.execute(_ -> {
            books.cash().lock(currency);
            return step.get();
        });
    }

    /** Where to go on; empty at the end. */
    private OptionalLong matchAfter(long number, Currency currency) {
        var waiting = books.entries().unmatched(currency, number, policy.batch());
        if (!waiting.isEmpty()) {
            match(waiting.stream().map(Numbered::entry).toList(), currency);
        }
        return waiting.size() < policy.batch()
                ? OptionalLong.empty()
                : OptionalLong.of(waiting.getLast().number());
    }

    private void match(List<StatementEntry> entries, Currency currency) {
        var now = policy.now();
        var result = matching(entries, currency);
        books.matches().add(Kind.AUTOMATIC, result.pairs(), now);
        books.differences().explain(result.pairs().stream().map(Pair::movement).toList(), now);
        postings.count("matched", result.pairs().size());
        var undone = Matching.undone(result.entries());
        books.matches().addUndone(undone, now);
        postings.count("undone", 2 * undone.size());
        postings.bookFees(
                result.entries().stream()
                        .filter(entry -> entry.kind() == StatementEntry.Kind.FEE)
                        .filter(entry -> undone.stream().noneMatch(pair -> pair.contains(entry)))
                        .toList(),
                now);
    }

    private Matching.Result matching(List<StatementEntry> entries, Currency currency) {
        var candidates = references.candidates(entries);
        var things = candidates.stream().flatMap(c -> c.things().stream()).collect(toSet());
        return Matching.of(candidates, books.movements().unmatched(currency, things));
    }

    /** Movements that were posted after their entries had gone to SUSPENSE. */
    private Optional<UUID> explainAfter(UUID difference, Currency currency) {
        var suspended = books.entries().suspended(currency, difference, policy.batch());
        if (!suspended.isEmpty()) {
            var entries = suspended.stream().map(Suspended::entry).toList();
            postings.explain(matching(entries, currency).pairs(), suspended, policy.now());
        }
        return suspended.size() < policy.batch()
                ? Optional.empty()
                : Optional.of(suspended.getLast().difference());
    }

    /** Two that undo each other leave nothing in SUSPENSE, so there is nothing to decide. */
    private int explainUndone(Currency currency) {
        var now = policy.now();
        var suspended = books.entries().suspended(currency, BEGINNING, MOST_SUSPENDED);
        var undone = Matching.undone(suspended.stream().map(Suspended::entry).toList());
        for (var one : suspended) {
            if (undone.stream().anyMatch(pair -> pair.contains(one.entry()))) {
                books.differences().handle(new Explain(new DifferenceId(one.difference()), now));
            }
        }
        return undone.size();
    }

    private boolean suspend(Currency currency) {
        var now = policy.now();
        var overdue =
                books.entries()
                        .unmatchedSince(
                                currency, now.minus(policy.properties().grace()), policy.batch());
        postings.suspend(overdue, now);
        return overdue.size() == policy.batch();
    }

    private boolean reportMissing(Currency currency) {
        var now = policy.now();
        var missing =
                books.movements()
                        .missing(currency, now, policy.properties().grace(), policy.batch());
        missing.forEach(movement -> reportMissing(movement, now));
        return missing.size() == policy.batch();
    }

    private void reportMissing(CashMovement movement, Instant now) {
        var id = new DifferenceId(Ids.derived("missing", movement.line()));
        books.differences().handle(new NoteDifference(id, new Missing(movement), now));
    }
}
