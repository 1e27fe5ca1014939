package guildhall.payment.invoice.adapter;

import static guildhall.runtime.sql.SqlArray.texts;

import guildhall.payment.invoice.Counters;
import guildhall.payment.invoice.NumberBook;
import guildhall.payment.invoice.Series;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks the counters of the platform last, because everybody waits for them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcCounters implements Counters {
    private final JdbcClient jdbc;

    JdbcCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public NumberBook lock(Set<Series> series) {
        var sorted =
                series.stream()
                        .sorted(Comparator.comparing(s -> s.issuer() + " " + s.kind()))
                        .toList();
        var last = lockAll(sorted);
        if (last.size() < sorted.size()) {
            open(sorted);
            last = lockAll(sorted);
        }
        return new NumberBook(last);
    }

    /** All or, when one is missing, none: otherwise the order of locking is lost. */
    private Map<Series, Long> lockAll(List<Series> series) {
        var last = new HashMap<Series, Long>();
        keys(
                        jdbc.sql(
                                """
                                with wanted as (
                                    select * from unnest(:issuers, :kinds)
                                        with ordinality as wanted (issuer, kind, nr)
                                )
                                select wanted.nr, counter.last
                                from wanted join invoice_counter counter using (issuer, kind)
                                where not exists (
                                    select from wanted missing
                                    where not exists (
                                        select from invoice_counter known
                                        where known.issuer = missing.issuer
                                            and known.kind = missing.kind))
                                order by issuer like 'PLATFORM:%', issuer, kind
                                for no key update of counter
                                """),
                        series)
                .query(row -> {
                    last.put(series.get(row.getInt("nr") - 1), row.getLong("last"));
                });
        return last;
    }

    /** Another transaction may open the same counter: then this one waits for it and finds it. */
    private void open(List<Series> series) {
        keys(
                        jdbc.sql(
                                """
                                insert into invoice_counter (issuer, kind)
                                select * from unnest(:issuers, :kinds) as wanted (issuer, kind)
                                where not exists (
                                    select from invoice_counter known
                                    where known.issuer = wanted.issuer
                                        and known.kind = wanted.kind)
                                order by issuer, kind
                                on conflict do nothing
                                """),
                        series)
                .update();
    }

    @Override
    public void write(NumberBook book) {
        var taken = List.copyOf(book.taken().entrySet());
        if (taken.isEmpty()) {
            return;
        }
        keys(
                        jdbc.sql(
                                """
                                update invoice_counter counter set last = next.last
                                from unnest(:issuers, :kinds, :numbers)
                                    as next (issuer, kind, last)
                                where counter.issuer = next.issuer and counter.kind = next.kind
                                """),
                        taken.stream().map(Map.Entry::getKey).toList())
                .param("numbers", taken.stream().mapToLong(Map.Entry::getValue).toArray())
                .update();
    }

    private static JdbcClient.StatementSpec keys(
            JdbcClient.StatementSpec statement, List<Series> series) {
        return statement
                .param("issuers", texts(series, Series::issuer))
                .param("kinds", texts(series, Series::kind));
    }
}
