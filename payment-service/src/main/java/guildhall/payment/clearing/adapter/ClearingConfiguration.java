package guildhall.payment.clearing.adapter;

import guildhall.payment.clearing.SafetyWindow;
import guildhall.runtime.chore.Chore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClearingConfiguration {
    @Bean
    SafetyWindow safetyWindow(ClearingProperties properties) {
        return new SafetyWindow(properties.safetyWindow());
    }

    @Bean
    Chore clearingChore(ClearingSweep sweep, ClearingProperties properties) {
        return new Chore("clearing", properties.sweepEvery(), sweep::clearEverythingDue);
    }
}
