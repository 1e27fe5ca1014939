package guildhall.payment.tip.adapter;

import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.tip.Tipping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TipConfiguration {
    @Bean
    Tipping tipping(FeeSchedules fees, SafetyWindow window) {
        return new Tipping(fees, window);
    }
}
