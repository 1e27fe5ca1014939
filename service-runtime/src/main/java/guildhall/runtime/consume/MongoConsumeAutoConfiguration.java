package guildhall.runtime.consume;

import guildhall.runtime.documents.DocumentsAutoConfiguration;
import guildhall.runtime.documents.RelayedCollection;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Inbox and dead letters of a service on MongoDB. */
@AutoConfiguration(
        after = JdbcConsumeAutoConfiguration.class,
        before = DocumentsAutoConfiguration.class,
        afterName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoDatabaseFactory.class)
@ConditionalOnBean(MongoDatabaseFactory.class)
@ConditionalOnMissingBean(ConsumerStore.class)
public class MongoConsumeAutoConfiguration {
    @Bean
    ConsumerStore consumerDocuments(MongoDatabaseFactory mongo, Clock clock) {
        return new MongoConsumerStore(mongo.getMongoDatabase(), clock);
    }

    /** Dead letters carry their copy for the dead letter topic. */
    @Bean
    RelayedCollection relayedDeadLetters() {
        return new RelayedCollection(MongoConsumerStore.DEAD_LETTERS);
    }
}
