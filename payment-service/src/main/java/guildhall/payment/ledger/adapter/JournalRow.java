package guildhall.payment.ledger.adapter;

import static guildhall.runtime.sql.SqlArray.texts;

import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Entry.Credit;
import guildhall.payment.ledger.Entry.Debit;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.PostedJournal;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A journal on its way into the database, column by column. */
record JournalRow(String id, Journal journal, List<LineRow> lines) {

    static List<JournalRow> of(List<PostedJournal> posted) {
        return posted.stream().map(JournalRow::of).toList();
    }

    private static JournalRow of(PostedJournal posted) {
        var id = Ids.next().toString();
        var at = posted.journal().postedAt();
        var lines =
                posted.lines().stream()
                        .map(line -> new LineRow(id, line.entry(), line.balanceAfter(), at))
                        .toList();
        return new JournalRow(id, posted.journal(), lines);
    }

    static Map<String, Object> columns(List<JournalRow> rows) {
        return Map.of(
                "journals", texts(rows, JournalRow::id),
                "types", texts(rows, row -> row.journal().source().type()),
                "sources", texts(rows, row -> row.journal().source().id()),
                "steps", texts(rows, row -> row.journal().source().step()),
                "reasons", texts(rows, row -> row.journal().reason()),
                "descriptions", texts(rows, row -> row.journal().description()),
                "times", texts(rows, row -> row.journal().postedAt()));
    }

    record LineRow(String journalId, Entry entry, long balanceAfter, Instant at) {
        static Map<String, Object> columns(List<LineRow> rows) {
            return Map.of(
                    "lineJournals", texts(rows, LineRow::journalId),
                    "lineCodes", texts(rows, row -> row.entry().account().code()),
                    "lineOwners", texts(rows, row -> row.entry().account().owner()),
                    "lineCurrencies", texts(rows, row -> row.entry().account().currency()),
                    "debits", rows.stream().mapToLong(LineRow::debit).toArray(),
                    "credits", rows.stream().mapToLong(LineRow::credit).toArray(),
                    "after", rows.stream().mapToLong(LineRow::balanceAfter).toArray(),
                    "lineTimes", texts(rows, LineRow::at));
        }

        private long debit() {
            return switch (entry) {
                case Debit debit -> debit.amount().minorUnits();
                case Credit _ -> 0;
            };
        }

        private long credit() {
            return switch (entry) {
                case Debit _ -> 0;
                case Credit credit -> credit.amount().minorUnits();
            };
        }
    }
}
