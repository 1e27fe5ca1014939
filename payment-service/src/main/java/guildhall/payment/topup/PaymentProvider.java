package guildhall.payment.topup;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import java.util.Optional;

/** A company that charges cards. It answers asynchronously, by webhook. */
public interface PaymentProvider {
    /**
     * Asks for a charge. Asking again with the same intent starts nothing new.
     *
     * @return how it stands
     * @throws ProviderUnavailableException when it is not known whether the request arrived
     */
    ProviderCharge submit(PaymentIntentId intent, Money amount);

    /**
     * What became of a charge; empty when the provider has never heard of it.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    Optional<ProviderCharge> query(PaymentIntentId intent);

    /**
     * Ends a charge that waits for its payer, so that nothing can be captured afterwards. Any other
     * one is left alone, also when it has only just become one.
     *
     * @return how it stands now; empty when the provider has never heard of it
     * @throws ProviderUnavailableException when it is not known whether it has ended
     */
    Optional<ProviderCharge> cancel(PaymentIntentId intent, Cancellation by);

    /**
     * What the payer's browser needs to complete a charge; empty when the provider wants nothing of
     * the payer.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    Optional<Confirmation> confirmation(PaymentIntentId intent);

    /**
     * @param provider whose code in the browser takes it
     * @param clientSecret for the payer alone
     */
    record Confirmation(String provider, String clientSecret) {
        /** Secrets stay out of logs. */
        @Override
        public String toString() {
            return "Confirmation[" + provider + "]";
        }
    }
}
