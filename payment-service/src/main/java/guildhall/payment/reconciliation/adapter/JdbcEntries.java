package guildhall.payment.reconciliation.adapter;

import static guildhall.payment.reconciliation.adapter.Rows.longs;
import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.payment.reconciliation.ProviderStatement;
import guildhall.payment.reconciliation.StatementEntry;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What providers have booked. */
@Repository
class JdbcEntries {
    private final JdbcClient jdbc;

    JdbcEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry and its number, in the order of which lists go on. */
    record Numbered(long number, StatementEntry entry) {}

    /** An entry, and the match it belongs to if it does. */
    record Listed(long number, StatementEntry entry, @Nullable String match) {}

    /** An entry in SUSPENSE whose difference is not settled. */
    record Suspended(StatementEntry entry, UUID match, UUID difference) {}

    /** Adds those that are new; says by how much they change the sum of all. */
    List<Long> add(ProviderStatement statement, UUID id) {
        var entries = statement.entries();
        return jdbc.sql(
                        """
                        insert into provider_entry (provider, entry_id, statement_id, kind,
                            reference, currency, change, booked_at, counted_at)
                        select :provider, entry.id, :statement, entry.kind, entry.reference,
                            :currency, entry.change, entry.booked_at,
                            greatest(entry.booked_at, cash_book.closed_until)
                        from unnest(:ids, :kinds, :references, :changes, :times::timestamptz[])
                            with ordinality
                            as entry (id, kind, reference, change, booked_at, nr)
                        join cash_book on cash_book.currency = :currency
                        order by entry.nr
                        on conflict (provider, entry_id) do nothing
                        returning change
                        """)
                .param("provider", statement.provider())
                .param("statement", id)
                .param("currency", statement.currency().getCurrencyCode())
                .param("ids", texts(entries, StatementEntry::id))
                .param("kinds", texts(entries, StatementEntry::kind))
                .param("references", texts(entries, StatementEntry::reference))
                .param("changes", longs(entries, StatementEntry::change))
                .param("times", texts(entries, StatementEntry::bookedAt))
                .query(Long.class)
                .list();
    }

    List<Numbered> unmatched(Currency currency, long after, int limit) {
        return jdbc.sql(
                        """
                        select * from provider_entry
                        where currency = :currency and match_id is null and entry_no > :after
                        order by entry_no
                        limit :limit
                        """)
                .param("currency", currency.getCurrencyCode())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Numbered(row.getLong("entry_no"), Rows.entry(row)))
                .list();
    }

    List<StatementEntry> unmatchedSince(Currency currency, Instant time, int limit) {
        return jdbc.sql(
                        """
                        select * from provider_entry
                        where currency = :currency and match_id is null and booked_at <= :time
                        order by booked_at, entry_no
                        limit :limit
                        """)
                .param("currency", currency.getCurrencyCode())
                .param("time", utc(time))
                .param("limit", limit)
                .query((row, _) -> Rows.entry(row))
                .list();
    }

    List<Suspended> suspended(Currency currency, UUID after, int limit) {
        return jdbc.sql(
                        """
                        select provider_entry.*, difference_id
                        from cash_difference join provider_entry using (entry_no)
                        where cash_difference.currency = :currency
                            and cash_difference.status <> 'SETTLED'
                            and difference_id > :after
                        order by difference_id
                        limit :limit
                        """)
                .param("currency", currency.getCurrencyCode())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Suspended(
                                Rows.entry(row),
                                row.getObject("match_id", UUID.class),
                                row.getObject("difference_id", UUID.class)))
                .list();
    }

    /** The match of an entry that has one. */
    UUID matchOf(StatementEntry entry) {
        return jdbc.sql(
                        """
                        select match_id from provider_entry
                        where provider = :provider and entry_id = :entry
                        """)
                .param("provider", entry.provider())
                .param("entry", entry.id())
                .query(UUID.class)
                .single();
    }

    List<Listed> ofStatement(UUID statement, long after, int limit) {
        return jdbc.sql(
                        """
                        select provider_entry.*, cash_match.kind as matched_as
                        from provider_entry left join cash_match using (match_id)
                        where statement_id = :statement and entry_no > :after
                        order by entry_no
                        limit :limit
                        """)
                .param("statement", statement)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Listed(
                                row.getLong("entry_no"),
                                Rows.entry(row),
                                row.getString("matched_as")))
                .list();
    }
}
