package guildhall.payment.earnings;

import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EarningsConfiguration {
    @Bean
    Subscription earningsRecording(EarningsBook book) {
        return Subscription.named("payment.earnings")
                .on(EscrowReleasedV1.class, m -> book.record(m.message()))
                .on(CreditsConsumedV1.class, m -> book.record(m.message()));
    }
}
