package guildhall.payment.earnings;

import guildhall.messages.payment.AssetEvents.AssetPaymentCapturedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentRefundedV1;
import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EarningsConfiguration {
    @Bean
    Subscription earningsRecording(EarningsBook book) {
        return Subscription.named("payment.earnings")
                .on(EscrowReleasedV1.class, m -> book.record(m.message()))
                .on(DisputeFundsSplitV1.class, m -> book.record(m.message()))
                .on(EscrowFrozenV1.class, m -> book.record(m.message()))
                .on(EscrowUnfrozenV1.class, m -> book.record(m.message()))
                .on(CreditsConsumedV1.class, m -> book.record(m.message()))
                .on(AssetPaymentCapturedV1.class, m -> book.record(m.message()))
                .on(AssetPaymentRefundedV1.class, m -> book.record(m.message()))
                .unhurried();
    }
}
