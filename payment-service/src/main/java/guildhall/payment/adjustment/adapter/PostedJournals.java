package guildhall.payment.adjustment.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journals that somebody may want to reverse. */
@Repository
class PostedJournals {
    private final JdbcClient jdbc;

    PostedJournals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param entries in the order in which they were posted
     */
    record PostedJournal(String description, Currency currency, List<EntryRow> entries) {}

    private record Header(String description, String currency) {}

    Optional<PostedJournal> find(UUID journal) {
        return jdbc.sql(
                        """
                        select journal.description, min(line.currency) as currency
                        from journal join line using (journal_id)
                        where journal_id = :journal
                        group by journal.description
                        """)
                .param("journal", journal)
                .query((row, _) ->
                        new Header(
                                requireNonNull(row.getString("description")),
                                requireNonNull(row.getString("currency"))))
                .optional()
                .map(header ->
                        new PostedJournal(
                                header.description(),
                                Currency.getInstance(header.currency()),
                                entries(journal)));
    }

    private List<EntryRow> entries(UUID journal) {
        return jdbc.sql(
                        """
                        select account.code, account.owner, line.debit, line.credit
                        from line join account using (account_id)
                        where line.journal_id = :journal
                        order by line.line_id
                        """)
                .param("journal", journal)
                .query((row, _) -> EntryRow.of(row))
                .list();
    }
}
