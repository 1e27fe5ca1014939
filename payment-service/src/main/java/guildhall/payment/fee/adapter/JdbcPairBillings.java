package guildhall.payment.fee.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static java.util.Comparator.comparing;

import guildhall.messages.money.Money;
import guildhall.payment.fee.Pair;
import guildhall.payment.fee.PairBillings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPairBillings implements PairBillings {
    private final JdbcClient jdbc;

    JdbcPairBillings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Money billedBy(Pair pair) {
        return jdbc.sql(
                        """
                        select billed from pair_billing
                        where client = :client and talent = :talent and currency = :currency
                        """)
                .param("client", pair.client().toString())
                .param("talent", pair.talent().toString())
                .param("currency", pair.currency().getCurrencyCode())
                .query((row, _) -> new Money(row.getLong("billed"), pair.currency()))
                .optional()
                .orElseGet(() -> Money.zero(pair.currency()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Pair, Money> lock(Set<Pair> pairs) {
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var sorted = pairs.stream().sorted(comparing(Pair::toString)).toList();
        var locked = lockAll(sorted);
        if (locked.isEmpty()) {
            open(sorted);
            locked = lockAll(sorted);
        }
        return locked;
    }

    /** All of them or, when one does not exist, none: otherwise the order of locking is lost. */
    private Map<Pair, Money> lockAll(List<Pair> pairs) {
        var billed = new HashMap<Pair, Money>();
        keys(
                        jdbc.sql(
                                """
                                with wanted as (
                                    select * from unnest(:clients, :talents, :currencies)
                                        with ordinality as wanted (client, talent, currency, nr)
                                )
                                select wanted.nr, billing.billed
                                from wanted
                                join pair_billing billing using (client, talent, currency)
                                where not exists (
                                    select from wanted missing
                                    where not exists (
                                        select from pair_billing known
                                        where known.client = missing.client
                                            and known.talent = missing.talent
                                            and known.currency = missing.currency))
                                order by client, talent, currency
                                for no key update of billing
                                """),
                        pairs)
                .query(row -> {
                    var pair = pairs.get(row.getInt("nr") - 1);
                    billed.put(pair, new Money(row.getLong("billed"), pair.currency()));
                });
        return billed;
    }

    /** Another transaction may open the same pair: then this one waits for it and finds it. */
    private void open(List<Pair> pairs) {
        keys(
                        jdbc.sql(
                                """
                                insert into pair_billing (client, talent, currency)
                                select * from unnest(:clients, :talents, :currencies)
                                    as wanted (client, talent, currency)
                                where not exists (
                                    select from pair_billing known
                                    where known.client = wanted.client
                                        and known.talent = wanted.talent
                                        and known.currency = wanted.currency)
                                order by client, talent, currency
                                on conflict do nothing
                                """),
                        pairs)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Map<Pair, Money> billed) {
        if (billed.isEmpty()) {
            return;
        }
        var rows = new ArrayList<>(billed.entrySet());
        keys(
                        jdbc.sql(
                                """
                                update pair_billing billing set billed = next.billed
                                from unnest(:clients, :talents, :currencies, :sums)
                                    as next (client, talent, currency, billed)
                                where billing.client = next.client
                                    and billing.talent = next.talent
                                    and billing.currency = next.currency
                                """),
                        rows.stream().map(Map.Entry::getKey).toList())
                .param("sums", rows.stream().mapToLong(r -> r.getValue().minorUnits()).toArray())
                .update();
    }

    private static JdbcClient.StatementSpec keys(
            JdbcClient.StatementSpec statement, List<Pair> pairs) {
        return statement
                .param("clients", texts(pairs, Pair::client))
                .param("talents", texts(pairs, Pair::talent))
                .param("currencies", texts(pairs, Pair::currency));
    }
}
