package guildhall.payment.reconciliation.adapter;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.reconciliation.CashMovement;
import guildhall.payment.reconciliation.DifferenceCommand.Explain;
import guildhall.payment.reconciliation.DifferenceCommand.NoteDifference;
import guildhall.payment.reconciliation.DifferenceId;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Matching.Pair;
import guildhall.payment.reconciliation.ReconciliationJournals;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.adapter.JdbcEntries.Suspended;
import guildhall.payment.reconciliation.adapter.JdbcMatches.Kind;
import guildhall.runtime.id.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What reconciliation itself posts about entries, each time matched with what it posts. */
@Component
class EntryPostings {
    private final Ledger ledger;
    private final CashBooks books;
    private final JdbcMovements movements;
    private final Pairing pairing;
    private final MeterRegistry meters;

    /** Who belongs together then. */
    @Component
    record Pairing(JdbcMatches matches, Differences differences) {}

    EntryPostings(
            Ledger ledger,
            CashBooks books,
            JdbcMovements movements,
            Pairing pairing,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.books = books;
        this.movements = movements;
        this.pairing = pairing;
        this.meters = meters;
    }

    void bookFees(List<StatementEntry> entries, Instant at) {
        var journals = new LinkedHashMap<StatementEntry, Journal>();
        for (var entry : entries) {
            var source = Ids.derived("fee", entry.provider(), entry.id());
            journals.put(entry, ReconciliationJournals.fee(entry, source, at));
        }
        match(Kind.FEE, journals, at);
        count("fee", entries.size());
    }

    void suspend(List<StatementEntry> entries, Instant at) {
        var journals = new LinkedHashMap<StatementEntry, Journal>();
        for (var entry : entries) {
            journals.put(entry, ReconciliationJournals.suspended(entry, difference(entry), at));
        }
        match(Kind.SUSPENSE, journals, at);
        for (var entry : entries) {
            var note = new NoteDifference(difference(entry), new Unexplained(entry), at);
            pairing.differences().handle(note);
        }
        count("suspended", entries.size());
    }

    private void match(Kind kind, Map<StatementEntry, Journal> journals, Instant at) {
        var posted = post(journals);
        var pairs =
                posted.entrySet().stream().map(e -> new Pair(e.getKey(), e.getValue())).toList();
        pairing.matches().add(kind, pairs, at);
    }

    /** Takes entries out of SUSPENSE whose movements are there now. */
    void explain(List<Pair> pairs, List<Suspended> suspended, Instant at) {
        var byEntry = suspended.stream().collect(toMap(Suspended::entry, identity()));
        var journals = new LinkedHashMap<StatementEntry, Journal>();
        for (var pair : pairs) {
            var entry = pair.entry();
            journals.put(entry, ReconciliationJournals.explained(entry, difference(entry), at));
        }
        var posted = post(journals);
        for (var pair : pairs) {
            var entry = pair.entry();
            var match = requireNonNull(byEntry.get(entry)).match();
            var own = requireNonNull(posted.get(entry));
            pairing.matches().join(match, List.of(pair.movement(), own));
            pairing.differences().handle(new Explain(difference(entry), at));
        }
        pairing.differences().explain(pairs.stream().map(Pair::movement).toList(), at);
        count("explained", pairs.size());
    }

    private static DifferenceId difference(StatementEntry entry) {
        return new DifferenceId(Ids.derived("unexplained", entry.provider(), entry.id()));
    }

    /** Posts all at once; answers with the line of CASH_CLEARING that each led to. */
    private Map<StatementEntry, CashMovement> post(Map<StatementEntry, Journal> journals) {
        if (journals.isEmpty()) {
            return Map.of();
        }
        var postings = ledger.lock(accounts(journals.values()));
        journals.values().forEach(postings::postChecked);
        ledger.write(postings);
        var currency = journals.keySet().iterator().next().currency();
        var lines = lines(currency, journals.values());
        var posted = new LinkedHashMap<StatementEntry, CashMovement>();
        journals.forEach(
                (entry, journal) -> posted.put(entry, requireNonNull(lines.get(journal.source()))));
        return posted;
    }

    /** The lines of CASH_CLEARING of journals that the present transaction has posted. */
    Map<JournalSource, CashMovement> lines(Currency currency, Collection<Journal> journals) {
        books.takeOverAll(currency);
        var sources = new ArrayList<JournalSource>();
        journals.forEach(journal -> sources.add(journal.source()));
        return movements.ofSources(sources);
    }

    static Set<Account> accounts(Collection<Journal> journals) {
        return journals.stream()
                .flatMap(journal -> journal.entries().stream())
                .map(Entry::account)
                .collect(toSet());
    }

    void count(String outcome, int entries) {
        meters.counter("guildhall.payment.reconciliation.entries", "outcome", outcome)
                .increment(entries);
    }
}
