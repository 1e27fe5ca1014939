package guildhall.runtime.operate;

import guildhall.runtime.consume.DeadLetters;
import guildhall.runtime.start.ClockAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Dead letters and the audit for operators. */
@AutoConfiguration(
        after = {
            ClockAutoConfiguration.class,
            JdbcAuditAutoConfiguration.class,
            MongoAuditAutoConfiguration.class
        },
        afterName = {
            "guildhall.runtime.consume.ConsumeAutoConfiguration",
            "guildhall.runtime.consume.JdbcConsumeAutoConfiguration",
            "guildhall.runtime.consume.MongoConsumeAutoConfiguration"
        })
@ConditionalOnBean(OperatorAudit.class)
class OperateAutoConfiguration {
    @Bean
    OperatorDesk operatorDesk(OperatorAudit audit, Clock clock) {
        return new OperatorDesk(audit, clock);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    AuditController auditController(OperatorAudit audit) {
        return new AuditController(audit);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnBean(DeadLetters.class)
    DeadLetterController deadLetterController(DeadLetters letters, OperatorDesk desk) {
        return new DeadLetterController(letters, desk);
    }
}
