package guildhall.payment.chargeback;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.webhook.ProviderFact;
import java.util.UUID;

/** What a provider says about money that it took from us. */
public sealed interface ChargebackReport extends ProviderFact {
    /** The provider's own id of it. */
    String reference();

    Money amount();

    /**
     * A bank took a payment back, or a part of it.
     *
     * @param reason in the words of the provider
     */
    record PaymentChargedBack(
            PaymentIntentId payment, String reference, Money amount, String reason)
            implements ChargebackReport {
        @Override
        public UUID subject() {
            return payment.value();
        }
    }

    /**
     * The provider kept something for itself.
     *
     * @param subject what it charges for: a payment, a payout
     */
    record FeeCharged(UUID subject, String reference, Money amount) implements ChargebackReport {}
}
