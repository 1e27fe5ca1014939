package guildhall.payment.payoutaccount.adapter;

import guildhall.payment.payoutaccount.PayoutHold;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayoutAccountConfiguration {
    @Bean
    PayoutHold payoutHold(PayoutAccountProperties properties) {
        return new PayoutHold(properties.hold());
    }
}
