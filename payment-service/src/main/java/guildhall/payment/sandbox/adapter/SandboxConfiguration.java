package guildhall.payment.sandbox.adapter;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@WithSandbox
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {
    /** The name of this provider. */
    static final String PROVIDER = "sandbox";

    @Bean
    Chore sandboxCourierChore(SandboxCourier courier, SandboxProperties properties) {
        return new Chore("sandbox-courier", properties.pollEvery(), courier::deliverEverythingDue);
    }

    /** Providers have no token; they sign. */
    @Bean
    PublicEndpoints sandboxEndpoints() {
        return PublicEndpoints.none().post("/v1/webhooks/sandbox");
    }
}
