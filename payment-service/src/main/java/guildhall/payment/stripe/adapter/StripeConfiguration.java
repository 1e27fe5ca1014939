package guildhall.payment.stripe.adapter;

import com.stripe.StripeClient;
import guildhall.runtime.chore.Chore;
import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@WithStripe
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {
    /** The name of this provider. */
    static final String PROVIDER = "stripe";

    @Bean
    StripeClient stripeClient(StripeProperties properties) {
        var base = properties.apiBase().toString();
        return StripeClient.builder()
                .setApiKey(properties.secretKey())
                .setApiBase(base)
                .setConnectTimeout((int) properties.connectTimeout().toMillis())
                .setReadTimeout((int) properties.readTimeout().toMillis())
                .setMaxNetworkRetries(properties.retries())
                .build();
    }

    @Bean
    Chore stripeEventChore(StripeInbox inbox, StripeProperties properties) {
        return new Chore("stripe-events", properties.retryEvery(), inbox::handleEverythingDue);
    }

    /** Stripe has no token; it signs. */
    @Bean
    PublicEndpoints stripeEndpoints() {
        return PublicEndpoints.none().post("/v1/webhooks/stripe");
    }
}
