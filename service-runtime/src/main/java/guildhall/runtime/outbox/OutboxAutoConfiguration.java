package guildhall.runtime.outbox;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.message.MessageAutoConfiguration;
import guildhall.runtime.message.MessagePublishers;
import guildhall.runtime.message.MessageStamper;
import io.debezium.engine.DebeziumEngine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The outbox of a service on PostgreSQL. */
@AutoConfiguration(
        after = MessageAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ConditionalOnClass({JdbcTemplate.class, org.postgresql.Driver.class})
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {
    @Bean
    OutboxTable outboxTable(JdbcTemplate jdbc) {
        return new OutboxTable(jdbc);
    }

    @Bean
    JdbcOutbox outbox(OutboxTable table, MessageStamper stamper) {
        return new JdbcOutbox(table, stamper);
    }

    @Bean
    Republication republication(JdbcTemplate jdbc, MessagePublishers publishers) {
        return new Republication(jdbc, publishers);
    }

    @Bean
    Chore outboxPartitions(OutboxTable table, OutboxProperties properties) {
        return new Chore(
                "outbox-partitions",
                Duration.ofHours(1),
                () -> table.maintain(properties.daysAhead(), properties.retention()));
    }

    @Bean
    Chore outboxAge(JdbcTemplate jdbc, MeterRegistry metrics) {
        var progress = new RelayProgress(jdbc);
        var age = new AtomicLong();
        TimeGauge.builder("guildhall.outbox.age", age, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("How long the oldest unpublished message has waited")
                .register(metrics);
        return new Chore(
                "outbox-age", Duration.ofSeconds(5), () -> age.set(progress.age().toMillis()));
    }

    /** Present unless this instance is told not to relay. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DebeziumEngine.class)
    @ConditionalOnProperty(
            name = "guildhall.outbox.relay.enabled",
            havingValue = "true",
            matchIfMissing = true)
    static class RelayConfiguration {
        @Bean
        OutboxStore outboxStore(
                JdbcTemplate jdbc,
                Republication republication,
                OutboxProperties properties,
                @Value("${spring.datasource.url}") String url) {
            var relay = properties.relay();
            var access = new RelayAccess(url, relay.username(), relay.password());
            var slot = new ReplicationSlot(jdbc, access);
            return new OutboxStore(
                    slot,
                    new OutboxLog(access, slot.name(), relay.heartbeat()),
                    new RelayProgress(jdbc),
                    republication);
        }

        @Bean
        RelayActivity relayActivity(MeterRegistry metrics) {
            return new RelayActivity(metrics);
        }

        @Bean
        OutboxRelay outboxRelay(
                OutboxProperties properties,
                OutboxStore store,
                MessagePublishers publishers,
                RelayActivity activity) {
            return new OutboxRelay(properties.relay(), store, publishers, activity);
        }

        @Bean
        Chore relayWatch(
                OutboxRelay relay,
                RelayActivity activity,
                OutboxStore store,
                MeterRegistry metrics) {
            Gauge.builder("guildhall.outbox.relay.active", () -> activity.isActive() ? 1 : 0)
                    .description("1 on the instance that publishes")
                    .register(metrics);
            var lag = new AtomicLong();
            Gauge.builder("guildhall.outbox.wal.lag", lag, AtomicLong::get)
                    .description("Write-ahead log that PostgreSQL keeps for the relay")
                    .baseUnit("bytes")
                    .register(metrics);
            return new Chore(
                    "relay-watch",
                    Duration.ofSeconds(1),
                    () -> {
                        relay.watch();
                        store.progress().save();
                        store.slot().lag().ifPresent(lag::set);
                    });
        }
    }
}
