package guildhall.payment.paymentmethod.adapter;

import guildhall.payment.paymentmethod.MethodVault;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.runtime.chore.Chore;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the provider to forget what was removed, until it has; telling it twice does no harm. */
@Configuration(proxyBeanMethods = false)
class ForgottenMethods {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenMethods.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    @Bean
    Chore forgottenMethodsChore(JdbcPaymentMethods methods, MethodVault vault, Clock clock) {
        return new Chore(
                "payment-methods",
                PAUSE,
                () -> {
                    for (var token : methods.toForget(BATCH)) {
                        forget(token, methods, vault, clock);
                    }
                });
    }

    private static void forget(
            String token, JdbcPaymentMethods methods, MethodVault vault, Clock clock) {
        try {
            vault.forget(token);
            methods.forgotten(token, clock.instant());
        } catch (ProviderUnavailableException e) {
            LOG.warn("A payment method is still to be forgotten: {}", e.getMessage());
        }
    }
}
