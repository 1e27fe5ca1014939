package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How reconciliation stands, per currency, as of the last round of this instance. */
@Component
class ReconciliationGauges {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge difference;
    private final MultiGauge age;

    ReconciliationGauges(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.open =
                MultiGauge.builder("guildhall.payment.reconciliation.open")
                        .description("Differences that are not settled")
                        .register(meters);
        this.difference =
                MultiGauge.builder("guildhall.payment.reconciliation.difference")
                        .description("Minor units that entries lack to the provider's balance")
                        .register(meters);
        this.age =
                MultiGauge.builder("guildhall.payment.reconciliation.age")
                        .description("How long ago the newest statement ends")
                        .baseUnit("seconds")
                        .register(meters);
    }

    private record Standing(Tags tags, long open, long difference, Instant coveredUntil) {}

    void refresh() {
        var now = clock.instant();
        var standings = standings();
        open.register(standings.stream().map(s -> Row.of(s.tags(), s.open())).toList(), true);
        difference.register(
                standings.stream().map(s -> Row.of(s.tags(), s.difference())).toList(), true);
        age.register(
                standings.stream()
                        .map(s ->
                                Row.of(
                                        s.tags(),
                                        Duration.between(s.coveredUntil(), now).toSeconds()))
                        .toList(),
                true);
    }

    private List<Standing> standings() {
        return jdbc.sql(
                        """
                        select book.provider, book.currency, book.covered_until,
                            newest.difference, (
                                select count(*) from cash_difference
                                where cash_difference.currency = book.currency
                                    and status <> 'SETTLED'
                            ) as open
                        from provider_book book
                        cross join lateral (
                            select difference from provider_statement
                            where provider_statement.provider = book.provider
                                and provider_statement.currency = book.currency
                            order by covers_until desc
                            limit 1
                        ) newest
                        """)
                .query((row, _) ->
                        new Standing(
                                Tags.of(
                                        "provider", row.getString("provider"),
                                        "currency", row.getString("currency")),
                                row.getLong("open"),
                                row.getLong("difference"),
                                instant(row, "covered_until")))
                .list();
    }
}
