package guildhall.runtime.consume;

import guildhall.runtime.outbox.OutboxAutoConfiguration;
import guildhall.runtime.outbox.StampedOutbox;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Inbox and dead letters of a service on PostgreSQL. */
@AutoConfiguration(
        after = OutboxAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure"
                    + ".DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({StampedOutbox.class, JdbcClient.class})
public class JdbcConsumeAutoConfiguration {
    @Bean
    ConsumerStore consumerStore(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            StampedOutbox outbox,
            Clock clock) {
        return new JdbcConsumerStore(jdbc, new TransactionTemplate(transactions), outbox, clock);
    }
}
