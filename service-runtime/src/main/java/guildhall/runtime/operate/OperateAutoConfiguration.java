package guildhall.runtime.operate;

import guildhall.runtime.consume.DeadLetters;
import guildhall.runtime.process.ProcessAutoConfiguration;
import guildhall.runtime.process.ProcessOperations;
import guildhall.runtime.start.ClockAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The endpoints of operators, as far as the service has what they show. */
@AutoConfiguration(
        after = {ClockAutoConfiguration.class, ProcessAutoConfiguration.class},
        afterName = {
            "guildhall.runtime.consume.ConsumeAutoConfiguration",
            "guildhall.runtime.consume.JdbcConsumeAutoConfiguration",
            "guildhall.runtime.consume.MongoConsumeAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@ConditionalOnWebApplication(type = Type.SERVLET)
class OperateAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    static class OnPostgres {
        @Bean
        @ConditionalOnBean(JdbcClient.class)
        @ConditionalOnMissingBean
        OperatorAudit operatorAudit(JdbcClient jdbc) {
            return new JdbcOperatorAudit(jdbc);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoOperations.class)
    static class OnMongo {
        @Bean
        @ConditionalOnBean(MongoOperations.class)
        @ConditionalOnMissingBean
        OperatorAudit operatorAuditDocuments(MongoOperations mongo) {
            return new MongoOperatorAudit(mongo);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(OperatorAudit.class)
    static class Audited {
        @Bean
        OperatorDesk operatorDesk(OperatorAudit audit, Clock clock) {
            return new OperatorDesk(audit, clock);
        }

        @Bean
        AuditController auditController(OperatorAudit audit) {
            return new AuditController(audit);
        }

        @Bean
        @ConditionalOnBean(DeadLetters.class)
        DeadLetterController deadLetterController(DeadLetters letters, OperatorDesk desk) {
            return new DeadLetterController(letters, desk);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TransactionTemplate.class)
    static class WithProcesses {
        @Bean
        @ConditionalOnBean({ProcessOperations.class, OperatorDesk.class})
        ProcessController processController(
                ProcessOperations processes,
                OperatorDesk desk,
                TransactionTemplate transactions,
                Clock clock) {
            return new ProcessController(processes, desk, transactions, clock);
        }
    }
}
