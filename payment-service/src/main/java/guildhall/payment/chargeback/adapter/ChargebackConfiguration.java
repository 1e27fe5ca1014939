package guildhall.payment.chargeback.adapter;

import guildhall.runtime.chore.Chore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChargebackConfiguration {
    @Bean
    Chore debtRecoveryChore(DebtSweep sweep, ChargebackProperties properties) {
        return new Chore("debt-recovery", properties.recoverEvery(), sweep::recoverEverything);
    }
}
