package guildhall.runtime.process;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.start.ClockAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes, their deadlines and their figures, for services on PostgreSQL. */
@AutoConfiguration(
        after = ClockAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure"
                    + ".CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({JdbcClient.class, TransactionTemplate.class})
@EnableConfigurationProperties(ProcessSettings.class)
public class ProcessAutoConfiguration {
    private final ProcessJson json = new ProcessJson();

    @Bean
    ProcessTable processTable(JdbcClient jdbc) {
        return new ProcessTable(jdbc);
    }

    @Bean
    ProcessManagers processManagers(ObjectProvider<ProcessManager<?, ?, ?>> managers) {
        return new ProcessManagers(managers.orderedStream().toList());
    }

    @Bean
    JdbcProcesses processes(
            ProcessTable table,
            TransactionTemplate transactions,
            Clock clock,
            MeterRegistry meters,
            @Value("${guildhall.service}") String service) {
        var environment = new JdbcProcesses.Environment(service, meters);
        return new JdbcProcesses(table, json, transactions, clock, environment);
    }

    @Bean
    ProcessOperations processOperations(
            JdbcClient jdbc,
            ProcessTable table,
            JdbcProcesses processes,
            ProcessManagers managers,
            TransactionTemplate transactions,
            Clock clock) {
        var context = new JdbcProcessOperations.Context(json, transactions, clock);
        return new JdbcProcessOperations(jdbc, table, processes, managers, context);
    }

    @Bean
    Chore processDeadlines(
            ProcessTable table,
            JdbcProcesses processes,
            ProcessManagers managers,
            Clock clock,
            ProcessSettings settings) {
        var watch = new DeadlineWatch(table, processes, managers, clock);
        return new Chore("process-deadlines", settings.deadlinePoll(), watch::round);
    }

    @Bean
    Chore processMetrics(
            JdbcClient jdbc, Clock clock, MeterRegistry meters, ProcessSettings settings) {
        var metrics = new ProcessMetrics(jdbc, clock, meters);
        return new Chore("process-metrics", settings.metricsEvery(), metrics::refresh);
    }
}
