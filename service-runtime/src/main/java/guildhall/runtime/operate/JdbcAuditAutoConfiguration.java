package guildhall.runtime.operate;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the audit of operators in PostgreSQL. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
class JdbcAuditAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    OperatorAudit operatorAudit(JdbcClient jdbc) {
        return new JdbcOperatorAudit(jdbc);
    }
}
