package guildhall.runtime.idempotency;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Keeps first answers in MongoDB, unless the service has PostgreSQL. */
@AutoConfiguration(
        after = JdbcIdempotencyAutoConfiguration.class,
        afterName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoOperations.class)
@ConditionalOnBean(MongoOperations.class)
@EnableConfigurationProperties(IdempotencySettings.class)
class MongoIdempotencyAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    IdempotencyStore idempotencyStore(MongoOperations mongo, IdempotencySettings settings) {
        return new MongoIdempotencyStore(mongo, settings);
    }
}
