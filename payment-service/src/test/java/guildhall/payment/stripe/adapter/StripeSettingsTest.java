package guildhall.payment.stripe.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StripeSettingsTest {
    final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Client.class);

    @Test
    void refusesToStartWithoutKeys() {
        service.run(context ->
                assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("STRIPE_SECRET_KEY is missing")
                        .hasMessageContaining("STRIPE_WEBHOOK_SECRET is missing"));
        service.withPropertyValues("guildhall.payment.stripe.secret-key=sk_test_x")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("STRIPE_WEBHOOK_SECRET is missing"));
    }

    @Test
    void startsWithBothAndTellsNeither() {
        service.withPropertyValues(
                        "guildhall.payment.stripe.secret-key=sk_test_x",
                        "guildhall.payment.stripe.webhook-secret=whsec_x")
                .run(context -> {
                    assertThat(context).hasSingleBean(StripeClient.class);
                    assertThat(context.getBean(StripeProperties.class).toString())
                            .doesNotContain("sk_test_x", "whsec_x");
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(StripeProperties.class)
    static class Client {
        @Bean
        StripeClient stripeClient(StripeProperties properties) {
            return new StripeConfiguration().stripeClient(properties);
        }
    }
}
