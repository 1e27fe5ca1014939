package guildhall.payment.credit.adapter;

import guildhall.messages.payment.CreditCommands.ConsumeCreditsV1;
import guildhall.messages.payment.CreditCommands.ReleaseCreditsV1;
import guildhall.messages.payment.CreditCommands.ReserveCreditsV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CreditConfiguration {
    @Bean
    Subscription creditCommands(CreditMessages credits) {
        return Subscription.named("payment.credit-commands")
                .on(ReserveCreditsV1.class, m -> credits.handle(m.message()))
                .on(ReleaseCreditsV1.class, m -> credits.handle(m.message()))
                .on(ConsumeCreditsV1.class, m -> credits.handle(m.message()));
    }
}
