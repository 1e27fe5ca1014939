package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.UserId;
import guildhall.payment.reconciliation.ProviderStatement;
import guildhall.runtime.list.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements that were imported, and how far each provider's reach. */
@Repository
class JdbcProviderStatements {
    private final JdbcClient jdbc;

    JdbcProviderStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param difference what all entries lack to the closing balance
     * @param importedBy null when no person asked for it
     */
    record Imported(
            UUID id,
            String provider,
            Currency currency,
            Instant from,
            Instant until,
            long closingBalance,
            int newEntries,
            int knownEntries,
            long difference,
            Instant importedAt,
            @Nullable UserId importedBy) {}

    Optional<Instant> coveredUntil(String provider, Currency currency) {
        return jdbc.sql(
                        """
                        select covered_until from provider_book
                        where provider = :provider and currency = :currency
                        """)
                .param("provider", provider)
                .param("currency", currency.getCurrencyCode())
                .query((row, _) -> instant(row, "covered_until"))
                .optional();
    }

    Optional<Imported> latest(String provider, Currency currency) {
        return jdbc.sql(
                        """
                        select * from provider_statement
                        where provider = :provider and currency = :currency
                        order by covers_until desc
                        limit 1
                        """)
                .param("provider", provider)
                .param("currency", currency.getCurrencyCode())
                .query((row, _) -> imported(row))
                .optional();
    }

    Optional<Imported> find(UUID id) {
        return jdbc.sql("select * from provider_statement where statement_id = ?")
                .param(id)
                .query((row, _) -> imported(row))
                .optional();
    }

    /** Newest first. */
    List<Imported> list(Place after, int limit) {
        return jdbc.sql(
                        """
                        select * from provider_statement
                        where (covers_until, statement_id) < (:at, :id)
                        order by covers_until desc, statement_id desc
                        limit :limit
                        """)
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> imported(row))
                .list();
    }

    /** The sum of all entries after these. */
    long advance(ProviderStatement statement, long added) {
        return jdbc.sql(
                        """
                        insert into provider_book (provider, currency, covered_until, entry_sum)
                        values (:provider, :currency, :until, :added)
                        on conflict (provider, currency) do update
                        set covered_until = excluded.covered_until,
                            entry_sum = provider_book.entry_sum + excluded.entry_sum
                        returning entry_sum
                        """)
                .param("provider", statement.provider())
                .param("currency", statement.currency().getCurrencyCode())
                .param("until", utc(statement.until()))
                .param("added", added)
                .query(Long.class)
                .single();
    }

    void add(Imported imported, String name) {
        jdbc.sql(
                        """
                        insert into provider_statement (statement_id, provider, name, currency,
                            covers_from, covers_until, closing_balance, new_entries,
                            known_entries, difference, imported_at, imported_by)
                        values (:id, :provider, :name, :currency, :from, :until, :closing, :new,
                            :known, :difference, :at, :by::uuid)
                        """)
                .param("id", imported.id())
                .param("provider", imported.provider())
                .param("name", name)
                .param("currency", imported.currency().getCurrencyCode())
                .param("from", utc(imported.from()))
                .param("until", utc(imported.until()))
                .param("closing", imported.closingBalance())
                .param("new", imported.newEntries())
                .param("known", imported.knownEntries())
                .param("difference", imported.difference())
                .param("at", utc(imported.importedAt()))
                .param("by", imported.importedBy() == null ? null : imported.importedBy().value())
                .update();
    }

    private static Imported imported(ResultSet row) throws SQLException {
        var by = row.getObject("imported_by", UUID.class);
        return new Imported(
                row.getObject("statement_id", UUID.class),
                row.getString("provider"),
                Currency.getInstance(row.getString("currency")),
                instant(row, "covers_from"),
                instant(row, "covers_until"),
                row.getLong("closing_balance"),
                row.getInt("new_entries"),
                row.getInt("known_entries"),
                row.getLong("difference"),
                instant(row, "imported_at"),
                by == null ? null : new UserId(by));
    }
}
