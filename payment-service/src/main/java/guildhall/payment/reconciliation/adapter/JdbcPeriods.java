package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.payment.reconciliation.PeriodClosing.Facts;
import guildhall.payment.reconciliation.PeriodReport;
import guildhall.payment.reconciliation.PeriodReport.Settlements;
import guildhall.payment.reconciliation.PeriodReport.Total;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Closed periods, and what is known about the one that is open. */
@Repository
class JdbcPeriods {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcPeriods(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Last(Instant until, long closing, long ledger) {}

    /** What a close at that time would see; the book is locked. */
    Facts facts(Currency currency, Instant until) {
        var last = last(currency).orElseGet(() -> new Last(Instant.EPOCH, 0, 0));
        return new Facts(
                last.until(),
                last.closing(),
                statementEnds(currency, until),
                providerBalance(currency, until),
                totals(currency, last.until(), until),
                last.ledger() + moved(currency, last.until(), until),
                inTransit(currency, until),
                unmatched(currency, until),
                open(currency, until),
                settled(currency, last.until(), until));
    }

    private Optional<Last> last(Currency currency) {
        return jdbc.sql(
                        """
                        select period_until, closing, ledger from cash_period
                        where currency = ?
                        order by period_until desc
                        limit 1
                        """)
                .param(currency.getCurrencyCode())
                .query((row, _) ->
                        new Last(
                                instant(row, "period_until"),
                                row.getLong("closing"),
                                row.getLong("ledger")))
                .optional();
    }

    private boolean statementEnds(Currency currency, Instant until) {
        return count(
                        """
                        select count(*) from provider_statement
                        where currency = :currency and covers_until = :until
                        """,
                        currency,
                        until)
                > 0;
    }

    /** By the newest statement of each provider. */
    private long providerBalance(Currency currency, Instant until) {
        return count(
                """
                select coalesce(sum(closing_balance), 0) from (
                    select distinct on (provider) closing_balance from provider_statement
                    where currency = :currency and covers_until <= :until
                    order by provider, covers_until desc
                ) newest
                """,
                currency,
                until);
    }

    private List<Total> totals(Currency currency, Instant from, Instant until) {
        return between(
                        """
                        select kind, count(*) as entries, sum(change) as change
                        from provider_entry
                        where currency = :currency
                            and counted_at >= :from and counted_at < :until
                        group by kind
                        order by kind
                        """,
                        currency,
                        from,
                        until)
                .query((row, _) ->
                        new Total(
                                Kind.valueOf(row.getString("kind")),
                                row.getLong("entries"),
                                row.getLong("change")))
                .list();
    }

    private long moved(Currency currency, Instant from, Instant until) {
        return between(
                        """
                        select coalesce(sum(change), 0) from cash_movement
                        where currency = :currency
                            and counted_at >= :from and counted_at < :until
                        """,
                        currency,
                        from,
                        until)
                .query(Long.class)
                .single();
    }

    /** Of matches that are complete only after the end: entries before it less movements before. */
    private long inTransit(Currency currency, Instant until) {
        return count(
                """
                with later as (
                    select match_id from provider_entry
                    where currency = :currency and counted_at >= :until
                    union
                    select match_id from cash_movement
                    where currency = :currency and counted_at >= :until
                )
                select coalesce((
                        select sum(change) from provider_entry join later using (match_id)
                        where counted_at < :until
                    ), 0) - coalesce((
                        select sum(change) from cash_movement join later using (match_id)
                        where counted_at < :until
                    ), 0)
                """,
                currency,
                until);
    }

    private long unmatched(Currency currency, Instant until) {
        return count(
                """
                select (select count(*) from provider_entry
                        where currency = :currency and match_id is null and counted_at < :until)
                    + (select count(*) from cash_movement
                        where currency = :currency and match_id is null and counted_at < :until)
                """,
                currency,
                until);
    }

    private long open(Currency currency, Instant until) {
        return count(
                """
                select count(*)
                from cash_difference difference
                left join provider_entry entry using (entry_no)
                left join cash_movement movement on movement.line_id = difference.line_id
                where difference.currency = :currency and difference.status <> 'SETTLED'
                    and coalesce(entry.counted_at, movement.counted_at) < :until
                """,
                currency,
                until);
    }

    private List<Settlements> settled(Currency currency, Instant from, Instant until) {
        return between(
                        """
                        select settlement, count(*) as differences
                        from cash_difference difference
                        left join provider_entry entry using (entry_no)
                        left join cash_movement movement
                            on movement.line_id = difference.line_id
                        where difference.currency = :currency and difference.status = 'SETTLED'
                            and coalesce(entry.counted_at, movement.counted_at) >= :from
                            and coalesce(entry.counted_at, movement.counted_at) < :until
                        group by settlement
                        order by settlement
                        """,
                        currency,
                        from,
                        until)
                .query((row, _) ->
                        new Settlements(row.getString("settlement"), row.getLong("differences")))
                .list();
    }

    private long count(String sql, Currency currency, Instant until) {
        return jdbc.sql(sql)
                .param("currency", currency.getCurrencyCode())
                .param("until", utc(until))
                .query(Long.class)
                .single();
    }

    private StatementSpec between(String sql, Currency currency, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("currency", currency.getCurrencyCode())
                .param("from", utc(from))
                .param("until", utc(until));
    }

    void add(PeriodReport report) {
        jdbc.sql(
                        """
                        with closed as (
                            update cash_book set closed_until = :until where currency = :currency
                        )
                        insert into cash_period (period_id, currency, period_until, closing,
                            ledger, report, closed_at)
                        values (:id, :currency, :until, :closing, :ledger, :report, :at)
                        """)
                .param("id", report.id())
                .param("currency", report.currency().getCurrencyCode())
                .param("until", utc(report.until()))
                .param("closing", report.closing())
                .param("ledger", report.ledger())
                .param("report", json.writeValueAsString(report))
                .param("at", utc(report.closedAt()))
                .update();
    }

    Optional<PeriodReport> find(UUID id) {
        return jdbc.sql("select report from cash_period where period_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** The newest end first. */
    List<PeriodReport> list(Place after, int limit) {
        return jdbc
                .sql(
                        """
                        select report from cash_period
                        where (period_until, period_id) < (:at, :id)
                        order by period_until desc, period_id desc
                        limit :limit
                        """)
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    private PeriodReport read(String report) {
        return json.readValue(report, PeriodReport.class);
    }
}
