package guildhall.payment.credit.adapter;

import guildhall.messages.party.Party;
import guildhall.messages.payment.CreditEvents.CreditsRanLowV1;
import guildhall.payment.credit.CreditAccount;
import guildhall.payment.credit.LowCreditRule;
import guildhall.payment.credit.LowCreditRule.Usage;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a client once when its credits run low, and again only after there were more. */
@Component
class LowCreditAlerts {
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final LowCreditRule rule;
    private final int tasks;

    LowCreditAlerts(JdbcClient jdbc, Outbox outbox, CreditProperties properties) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.rule = new LowCreditRule(properties.lowBelowTasks());
        this.tasks = properties.averageOfTasks();
    }

    /** The account is locked, and written as it is after what happened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void look(CreditAccount before, CreditAccount after, Instant at) {
        if (before.available() == after.available()) {
            return;
        }
        var usage = usage(after.owner());
        if (!rule.isLow(after.available(), usage)) {
            note(after.owner(), false);
        } else if (after.available() < before.available() && note(after.owner(), true)) {
            outbox.add(
                    new CreditsRanLowV1(
                            after.owner(), after.available(), usage.unitsPerTask(), at));
        }
    }

    private Usage usage(Party owner) {
        return jdbc.sql(
                        """
                        select count(*) as tasks, coalesce(sum(taken), 0) as units
                        from (
                            select units - released as taken from credit_reservation
                            where owner = :owner and units > released
                            order by reserved_at desc
                            limit :tasks
                        ) newest
                        """)
                .param("owner", owner.toString())
                .param("tasks", tasks)
                .query((row, _) -> new Usage(row.getInt("tasks"), row.getLong("units")))
                .single();
    }

    /** Whether it was otherwise before. */
    private boolean note(Party owner, boolean isLow) {
        return jdbc.sql(
                                """
                                update credit_account set is_low = :low
                                where owner = :owner and is_low <> :low
                                """)
                        .param("owner", owner.toString())
                        .param("low", isLow)
                        .update()
                == 1;
    }
}
