package guildhall.payment.alarm.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.payment.LedgerEvents.LedgerImbalanceDetectedV1;
import guildhall.payment.alarm.Alarms;
import guildhall.payment.alarm.BooksCheck;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.outbox.Outbox;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

@Repository
class JdbcAlarms implements Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcAlarms.class);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final AlarmProperties properties;
    private final Clock clock;

    JdbcAlarms(
            JdbcClient jdbc,
            Outbox outbox,
            TransactionOperations transactions,
            AlarmProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void report(BooksCheck check, BigInteger difference) {
        if (difference.signum() == 0) {
            silence(check);
        } else {
            var cause = new Cause(Ids.next().toString(), null, "system:payment");
            cause.run(() -> transactions.executeWithoutResult(_ -> raise(check, difference)));
        }
    }

    private void silence(BooksCheck check) {
        var was =
                jdbc.sql("delete from ledger_alarm where check_name = :check")
                        .param("check", check.name())
                        .update();
        if (was == 1) {
            LOG.warn("The check {} of the ledger passes again", check);
        }
    }

    private void raise(BooksCheck check, BigInteger difference) {
        var now = clock.instant();
        if (isNews(check, difference, now)) {
            LOG.error("The check {} of the ledger fails: {}", check, difference);
            outbox.add(new LedgerImbalanceDetectedV1(check.name(), difference, now));
        }
    }

    /** Of several instances that find the same, the one that writes the row has the news. */
    private boolean isNews(BooksCheck check, BigInteger difference, Instant now) {
        return jdbc.sql(
                                """
                                insert into ledger_alarm (check_name, difference, since,
                                    reported_at)
                                values (:check, :difference, :now, :now)
                                on conflict (check_name) do update
                                set difference = excluded.difference,
                                    reported_at = excluded.reported_at
                                where ledger_alarm.difference <> excluded.difference
                                    or ledger_alarm.reported_at <= :remindBefore
                                """)
                        .param("check", check.name())
                        .param("difference", new BigDecimal(difference))
                        .param("now", utc(now))
                        .param("remindBefore", utc(now.minus(properties.remindAfter())))
                        .update()
                == 1;
    }
}
