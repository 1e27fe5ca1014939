package guildhall.runtime.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import guildhall.runtime.start.ClockAutoConfiguration;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers, for services on PostgreSQL that have db-scheduler on the class path. */
@AutoConfiguration(
        after = ClockAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnClass({JdbcClient.class, Scheduler.class})
@ConditionalOnBean({JdbcClient.class, TransactionTemplate.class})
@EnableConfigurationProperties(TimerSettings.class)
class TimerAutoConfiguration {
    @Bean
    TimerTable timerTable(JdbcClient jdbc) {
        return new TimerTable(jdbc);
    }

    @Bean
    TimerHandlers timerHandlers(ObjectProvider<TimerHandler> handlers) {
        return new TimerHandlers(handlers::orderedStream);
    }

    @Bean
    Timers timers(TimerTable table, TimerHandlers handlers) {
        return new JdbcTimers(table, handlers);
    }

    @Bean
    TimerScheduler timerScheduler(
            TimerTable table,
            TransactionTemplate transactions,
            TimerHandlers handlers,
            TimerScheduler.Environment environment) {
        return new TimerScheduler(table, transactions, handlers, environment);
    }

    @Bean
    TimerScheduler.Environment timerEnvironment(
            DataSource dataSource,
            Clock clock,
            TimerSettings settings,
            @Value("${guildhall.service}") String service) {
        return new TimerScheduler.Environment(dataSource, clock, settings, service);
    }
}
