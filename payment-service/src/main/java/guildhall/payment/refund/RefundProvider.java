package guildhall.payment.refund;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import java.util.Optional;

/** A company that sends charges back to cards. It answers asynchronously, by webhook. */
public interface RefundProvider {
    /** The provider's name, as in its webhooks. */
    String provider();

    /**
     * Asks for a refund. Asking again with the same id starts nothing new.
     *
     * @return the provider's own id of the refund
     * @throws ProviderUnavailableException when it is not known whether the request arrived
     */
    String submit(CardRefundId refund, Charge charge, Money amount);

    /**
     * What became of a refund; empty when the provider has never heard of it.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    Optional<RefundReport> query(CardRefundId refund);

    /**
     * What is refunded.
     *
     * @param reference the provider's own id of the charge
     */
    record Charge(PaymentIntentId payment, String reference) {}
}
