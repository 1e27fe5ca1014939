package guildhall.runtime.operate;

import guildhall.runtime.process.ProcessAutoConfiguration;
import guildhall.runtime.process.ProcessOperations;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes for operators, where the service has any. */
@AutoConfiguration(after = {OperateAutoConfiguration.class, ProcessAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(TransactionTemplate.class)
@ConditionalOnBean({ProcessOperations.class, OperatorDesk.class})
class ProcessDeskAutoConfiguration {
    @Bean
    ProcessController processController(
            ProcessOperations processes,
            OperatorDesk desk,
            TransactionTemplate transactions,
            Clock clock) {
        return new ProcessController(processes, desk, transactions, clock);
    }
}
