package guildhall.payment.seal.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.payment.ledger.JournalSource;
import guildhall.payment.seal.JournalContent;
import guildhall.payment.seal.JournalContent.Account;
import guildhall.payment.seal.JournalContent.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads journals with all their lines, many at a time. */
@Repository
class JournalContents {
    /**
     * Only the few rows behind the last seal are ever looked at, which the planner cannot know: it
     * would read all seals there are. Because of the offset it looks for one at a time.
     */
    private static final String WITHOUT_SEAL =
            """
            not exists (
                select from journal_seal
                where journal_seal.journal_id = journal.journal_id
                offset 0)
            """;

    private final JdbcClient jdbc;

    JournalContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A journal that is about to be sealed, and the transaction that posted it. */
    record Unsealed(UUID journal, long postedIn, Instant postedAt) {}

    /**
     * In their final order.
     *
     * @param from where nothing is unsealed before
     * @param horizon where everything before has ended
     */
    List<Unsealed> unsealed(long from, long horizon, int limit) {
        return jdbc.sql(
                        """
                        select journal_id, posted_in, posted_at
                        from journal
                        where posted_in >= :from and posted_in < :horizon and %s
                        order by posted_in, journal_id
                        limit :limit
                        """
                                .formatted(WITHOUT_SEAL))
                .param("from", from)
                .param("horizon", horizon)
                .param("limit", limit)
                .query((row, _) ->
                        new Unsealed(
                                row.getObject("journal_id", UUID.class),
                                row.getLong("posted_in"),
                                instant(row, "posted_at")))
                .list();
    }

    /** When the oldest journal was posted that is not sealed, finished or not. */
    Optional<Instant> oldestUnsealed() {
        return jdbc.sql(
                        """
                        select journal.posted_at
                        from journal
                        where posted_in >= (select sealed_through from seal_progress) and %s
                        order by posted_in
                        limit 1
                        """
                                .formatted(WITHOUT_SEAL))
                .query((row, _) -> instant(row, "posted_at"))
                .optional();
    }

    /** Those that exist. */
    Map<UUID, JournalContent> read(List<UUID> ids) {
        var texts = texts(ids);
        var lines = lines(texts);
        var journals = new HashMap<UUID, JournalContent>();
        jdbc.sql(
                        """
                        select journal_id, source_type, source_id, step, reason, description,
                            posted_at
                        from journal where journal_id = any(:ids::uuid[])
                        """)
                .param("ids", texts)
                .query(row -> {
                    var id = row.getObject("journal_id", UUID.class);
                    journals.put(id, journal(id, row, lines.getOrDefault(id, List.of())));
                });
        return journals;
    }

    private static JournalContent journal(UUID id, ResultSet row, List<Line> lines)
            throws SQLException {
        return new JournalContent(
                id,
                new JournalSource(
                        row.getString("source_type"),
                        row.getObject("source_id", UUID.class),
                        row.getString("step")),
                row.getString("reason"),
                row.getString("description"),
                instant(row, "posted_at"),
                lines);
    }

    private Map<UUID, List<Line>> lines(String[] journals) {
        var lines = new HashMap<UUID, List<Line>>();
        jdbc.sql(
                        """
                        select line.journal_id, line.line_id, account.code, account.owner,
                            line.currency, line.debit, line.credit, line.balance_after,
                            line.posted_at
                        from line join account using (account_id)
                        where line.journal_id = any(:journals::uuid[])
                        order by line.line_id
                        """)
                .param("journals", journals)
                .query(row -> {
                    lines.computeIfAbsent(
                                    row.getObject("journal_id", UUID.class), _ -> new ArrayList<>())
                            .add(line(row));
                });
        return lines;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("line_id"),
                new Account(
                        row.getString("code"), row.getString("owner"), row.getString("currency")),
                row.getLong("debit"),
                row.getLong("credit"),
                row.getLong("balance_after"),
                instant(row, "posted_at"));
    }
}
