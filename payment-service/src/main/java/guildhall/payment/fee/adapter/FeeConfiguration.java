package guildhall.payment.fee.adapter;

import guildhall.payment.fee.FeeSchedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeeConfiguration {
    @Bean
    FeeSchedules feeSchedules(FeeProperties properties) {
        return properties.toSchedules();
    }
}
