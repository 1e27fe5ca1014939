package guildhall.payment.reconciliation.adapter;

import static guildhall.payment.reconciliation.adapter.Rows.longs;
import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.payment.reconciliation.CashMovement;
import guildhall.payment.reconciliation.Matching.Pair;
import guildhall.payment.reconciliation.Matching.Undone;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entries and movements belong together; the database sees that their sums are equal. */
@Repository
class JdbcMatches {
    enum Kind {
        AUTOMATIC,
        FEE,
        SUSPENSE,
        DECISION
    }

    private record Row(UUID id, Pair pair) {}

    private final JdbcClient jdbc;

    JdbcMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One match for each pair. */
    void add(Kind kind, List<Pair> pairs, Instant at) {
        if (pairs.isEmpty()) {
            return;
        }
        var rows = pairs.stream().map(pair -> new Row(Ids.next(), pair)).toList();
        var currency = pairs.getFirst().entry().currency();
        open(kind, texts(rows, Row::id), currency, at);
        jdbc.sql(
                        """
                        update provider_entry entry set match_id = matched.match_id
                        from unnest(:matches::uuid[], :providers, :entries)
                            as matched (match_id, provider, entry_id)
                        where entry.provider = matched.provider
                            and entry.entry_id = matched.entry_id
                        """)
                .param("matches", texts(rows, Row::id))
                .param("providers", texts(rows, row -> row.pair().entry().provider()))
                .param("entries", texts(rows, row -> row.pair().entry().id()))
                .update();
        jdbc.sql(
                        """
                        update cash_movement movement set match_id = matched.match_id
                        from unnest(:matches::uuid[], :lines) as matched (match_id, line_id)
                        where movement.line_id = matched.line_id
                        """)
                .param("matches", texts(rows, Row::id))
                .param("lines", longs(rows, row -> row.pair().movement().line()))
                .update();
    }

    /** One match for each two entries that undo each other, without any movement. */
    void addUndone(List<Undone> undone, Instant at) {
        for (var pair : undone) {
            var id = Ids.next();
            open(Kind.AUTOMATIC, new String[] {id.toString()}, pair.first().currency(), at);
            jdbc.sql(
                            """
                            update provider_entry set match_id = :match
                            where provider = :provider and entry_id = any(:entries)
                            """)
                    .param("match", id)
                    .param("provider", pair.first().provider())
                    .param("entries", new String[] {pair.first().id(), pair.second().id()})
                    .update();
        }
    }

    /** Movements that cancel each other out. */
    void cancelOut(List<CashMovement> movements, Instant at) {
        var id = Ids.next();
        var currency = movements.getFirst().currency();
        open(Kind.DECISION, new String[] {id.toString()}, currency, at);
        join(id, movements);
    }

    /** Adds movements to a match, which must add up as before. */
    void join(UUID match, List<CashMovement> movements) {
        jdbc.sql("update cash_movement set match_id = :match where line_id = any(:lines)")
                .param("match", match)
                .param("lines", longs(movements, CashMovement::line))
                .update();
    }

    private void open(Kind kind, String[] ids, Currency currency, Instant at) {
        jdbc.sql(
                        """
                        insert into cash_match (match_id, currency, kind, matched_at)
                        select match_id, :currency, :kind, :at
                        from unnest(:ids::uuid[]) as match_id
                        """)
                .param("ids", ids)
                .param("currency", currency.getCurrencyCode())
                .param("kind", kind.name())
                .param("at", utc(at))
                .update();
    }
}
