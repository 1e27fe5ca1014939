package guildhall.payment.subscription.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.subscription.Period;
import guildhall.payment.subscription.Plan;
import guildhall.payment.subscription.Subscription;
import guildhall.payment.subscription.Subscription.Absent;
import guildhall.payment.subscription.Subscription.Active;
import guildhall.payment.subscription.Subscription.Cancelled;
import guildhall.payment.subscription.Subscription.Expired;
import guildhall.payment.subscription.Subscription.Known;
import guildhall.payment.subscription.Subscription.PastDue;
import guildhall.payment.subscription.Subscription.Trialing;
import guildhall.payment.subscription.Subscriptions;
import guildhall.payment.subscription.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcSubscriptions implements Subscriptions {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcSubscriptions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Subscription find(SubscriptionId id) {
        return read("select * from subscription where subscription_id = :id", id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Subscription lock(SubscriptionId id) {
        return read("select * from subscription where subscription_id = :id for no key update", id);
    }

    private Subscription read(String sql, SubscriptionId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> (Subscription) subscription(row))
                .optional()
                .orElseGet(Absent::new);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockSubscribing(Party party) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('subscribe ' || :party, 0))")
                .param("party", party.toString())
                .query((_, _) -> true)
                .single();
    }

    @Override
    public Optional<Known> current(Party party) {
        return jdbc.sql(
                        """
                        select * from subscription
                        where subscriber = :party and status <> 'EXPIRED'
                        """)
                .param("party", party.toString())
                .query((row, _) -> subscription(row))
                .optional();
    }

    @Override
    public List<Known> of(Party party, int limit) {
        return jdbc.sql(
                        """
                        select * from subscription where subscriber = :party
                        order by anchor desc, subscription_id desc
                        limit :limit
                        """)
                .param("party", party.toString())
                .param("limit", limit)
                .query((row, _) -> subscription(row))
                .list();
    }

    private Known subscription(ResultSet row) throws SQLException {
        var terms = terms(row);
        return switch (row.getString("status")) {
            case "TRIALING" -> new Trialing(terms, instant(row, "wake_at"));
            case "ACTIVE" -> new Active(terms, period(row));
            case "PAST_DUE" ->
                    new PastDue(
                            terms, period(row), row.getInt("failures"), instant(row, "wake_at"));
            case "CANCELLED" -> new Cancelled(terms, instant(row, "wake_at"));
            case "EXPIRED" -> new Expired(terms, instant(row, "expired_at"));
            default -> throw new IllegalStateException("Unknown status of " + terms.id());
        };
    }

    private Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                new Side(
                        Party.of(row.getString("subscriber")),
                        new UserId(row.getObject("subscriber_user", UUID.class))),
                json.readValue(row.getString("plan"), Plan.class),
                Optional.ofNullable(row.getString("next_plan")),
                instant(row, "anchor"));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(instant(row, "period_start"), instant(row, "period_end"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Subscription before, Known after) {
        var statement =
                switch (before) {
                    case Absent _ ->
                            """
                            insert into subscription select * from
                                jsonb_populate_record(null::subscription, :row::jsonb)
                            """;
                    case Known _ ->
                            """
                            update subscription set (status, plan, next_plan, anchor,
                                period_start, period_end, failures, wake_at, expired_at)
                                = (next.status, next.plan, next.next_plan, next.anchor,
                                next.period_start, next.period_end, next.failures, next.wake_at,
                                next.expired_at)
                            from jsonb_populate_record(null::subscription, :row::jsonb) next
                            where subscription.subscription_id = next.subscription_id
                            """;
                };
        jdbc.sql(statement).param("row", json.writeValueAsString(row(after))).update();
    }

    private static Map<String, Object> row(Known subscription) {
        var terms = subscription.terms();
        var row = new HashMap<String, Object>();
        row.put("subscription_id", terms.id());
        row.put("subscriber", terms.subscriber().party().toString());
        row.put("subscriber_user", terms.subscriber().user());
        row.put("plan", terms.plan());
        terms.nextPlan().ifPresent(plan -> row.put("next_plan", plan));
        row.put("anchor", terms.anchor());
        row.put("status", SubscriptionStatus.of(subscription).name());
        switch (subscription) {
            case Trialing(_, var endsAt) -> row.put("wake_at", endsAt);
            case Cancelled(_, var endsAt) -> row.put("wake_at", endsAt);
            case Active(_, var period) -> putPeriod(period, row);
            case PastDue(_, var period, int failures, var next) -> {
                putPeriod(period, row);
                row.put("failures", failures);
                row.put("wake_at", next);
            }
            case Expired(_, var at) -> row.put("expired_at", at);
        }
        return row;
    }

    private static void putPeriod(Period period, Map<String, Object> row) {
        row.put("period_start", period.start());
        row.put("period_end", period.end());
    }
}
