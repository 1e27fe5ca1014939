package guildhall.runtime.consume;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.message.MessageAutoConfiguration;
import guildhall.runtime.message.TopicPrefix;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;

/** Subscriptions, dead letters and the upkeep of the inbox, on whichever store the service has. */
@AutoConfiguration(
        after = {
            MessageAutoConfiguration.class,
            JdbcConsumeAutoConfiguration.class,
            MongoConsumeAutoConfiguration.class
        })
@ConditionalOnBean(ConsumerStore.class)
@EnableConfigurationProperties(ConsumeProperties.class)
public class ConsumeAutoConfiguration {
    @Bean
    DeliveryContext deliveryContext(
            ObjectProvider<ObservationRegistry> observations,
            @Value("${spring.application.name}") String service) {
        return new DeliveryContext(
                observations.getIfAvailable(() -> ObservationRegistry.NOOP), service);
    }

    @Bean
    ConsumeMetrics consumeMetrics(MeterRegistry metrics) {
        return new ConsumeMetrics(metrics);
    }

    @Bean
    StoredDeadLetters deadLetters(
            ConsumerStore store, DeliveryContext context, List<Subscription> subscriptions) {
        return new StoredDeadLetters(store, context, subscriptions);
    }

    @Bean
    @ConditionalOnProperty(
            name = "guildhall.consume.enabled",
            havingValue = "true",
            matchIfMissing = true)
    SubscriptionContainers subscriptionContainers(
            List<Subscription> subscriptions,
            KafkaProperties kafka,
            MeterRegistry metrics,
            ConsumeTools tools,
            ConsumeProperties properties) {
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        kafka.buildConsumerProperties(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(metrics));
        return new SubscriptionContainers(subscriptions, consumers, tools, properties);
    }

    @Bean
    ConsumeTools consumeTools(
            ConsumerStore store,
            DeliveryContext context,
            ConsumeMetrics metrics,
            ConsumeProperties properties,
            TopicPrefix prefix) {
        return new ConsumeTools(
                store, context, new RetryPolicy(properties.retry()), metrics, prefix);
    }

    @Bean
    Chore deadLetterGauges(ConsumerStore store, ConsumeMetrics metrics) {
        return new Chore("dead-letter-gauges", Duration.ofSeconds(10), () -> metrics.look(store));
    }

    @Bean
    Chore inboxPruning(ConsumerStore store, ConsumeProperties properties) {
        return new Chore(
                "inbox-pruning",
                Duration.ofHours(1),
                () -> store.forget(properties.inboxRetention()));
    }

    @Bean
    Chore deadLetterPruning(
            ConsumerStore store, ConsumeMetrics metrics, ConsumeProperties properties) {
        return new Chore(
                "dead-letter-pruning",
                Duration.ofHours(1),
                () -> metrics.pruned(store.forgetSettled(properties.deadLetterRetention())));
    }
}
