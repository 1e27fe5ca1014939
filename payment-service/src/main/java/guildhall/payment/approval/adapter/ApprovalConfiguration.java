package guildhall.payment.approval.adapter;

import guildhall.payment.approval.SecondPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {
    @Bean
    SecondPerson secondPerson(ApprovalProperties properties) {
        return new SecondPerson(properties.secondPersonFrom());
    }
}
