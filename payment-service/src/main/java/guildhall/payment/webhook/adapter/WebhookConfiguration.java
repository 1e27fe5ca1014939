package guildhall.payment.webhook.adapter;

import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    /** Providers have no token; they sign. */
    @Bean
    PublicEndpoints webhookEndpoints() {
        return PublicEndpoints.none().post("/v1/webhooks/sandbox");
    }
}
