package guildhall.payment.reconciliation.adapter;

import guildhall.runtime.chore.Chore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {
    @Bean
    Chore reconciliationChore(ReconciliationRound round, ReconciliationProperties properties) {
        return new Chore("reconciliation", properties.checkEvery(), round::run);
    }
}
