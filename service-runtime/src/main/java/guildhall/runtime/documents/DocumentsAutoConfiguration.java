package guildhall.runtime.documents;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.MessageAutoConfiguration;
import guildhall.runtime.message.MessagePublishers;
import guildhall.runtime.message.MessageStamper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The outbox of a service on MongoDB. */
@AutoConfiguration(
        after = MessageAutoConfiguration.class,
        afterName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoDatabaseFactory.class)
@ConditionalOnBean(MongoDatabaseFactory.class)
@EnableConfigurationProperties(DocumentsProperties.class)
public class DocumentsAutoConfiguration {
    @Bean
    RelaySignal relaySignal() {
        return new RelaySignal();
    }

    @Bean
    StampedDocuments documentOutbox(MessageStamper stamper, RelaySignal signal) {
        return new StampedDocuments(stamper, signal);
    }

    /** Present unless this instance is told not to relay. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(
            name = "guildhall.documents.relay.enabled",
            havingValue = "true",
            matchIfMissing = true)
    static class RelayConfiguration {
        private final List<UnsentDocuments> collections;

        RelayConfiguration(MongoDatabaseFactory mongo, ObjectProvider<RelayedCollection> relayed) {
            var database = mongo.getMongoDatabase();
            collections =
                    relayed.orderedStream()
                            .map(collection -> new UnsentDocuments(database, collection.name()))
                            .toList();
        }

        @Bean
        DocumentRelayMetrics documentRelayMetrics(MeterRegistry metrics) {
            return new DocumentRelayMetrics(metrics);
        }

        /** The lease goes by the time of the machine, whatever clock the service tells. */
        @Bean
        DocumentRelay documentRelay(
                MongoDatabaseFactory mongo,
                RelaySignal signal,
                MessagePublishers publishers,
                DocumentsProperties properties,
                DocumentRelayMetrics metrics) {
            var lease =
                    new RelayLease(
                            mongo.getMongoDatabase().getCollection(RelayLease.COLLECTION),
                            Ids.next().toString(),
                            properties.lease(),
                            Clock.systemUTC());
            return new DocumentRelay(
                    collections,
                    lease,
                    signal,
                    publishers,
                    new DocumentRelaySettings(properties, metrics));
        }

        @Bean
        Chore documentAge(DocumentRelayMetrics metrics, Clock clock) {
            return new Chore(
                    "outbox-age",
                    Duration.ofSeconds(15),
                    () -> metrics.look(collections, clock.instant()));
        }
    }
}
