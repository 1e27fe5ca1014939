package guildhall.runtime.operate;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Keeps the audit of operators in MongoDB, unless the service has PostgreSQL. */
@AutoConfiguration(
        after = JdbcAuditAutoConfiguration.class,
        afterName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoOperations.class)
@ConditionalOnBean(MongoOperations.class)
class MongoAuditAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    OperatorAudit operatorAudit(MongoOperations mongo) {
        return new MongoOperatorAudit(mongo);
    }
}
