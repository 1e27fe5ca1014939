package guildhall.payment.sandbox.adapter;

import guildhall.runtime.chore.Chore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {
    @Bean
    Chore sandboxCourierChore(SandboxCourier courier, SandboxProperties properties) {
        return new Chore("sandbox-courier", properties.pollEvery(), courier::deliverEverythingDue);
    }
}
