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
     * @return the provider's own id of the charge
     * @throws ProviderUnavailableException when it is not known whether the request arrived
     */
    String submit(PaymentIntentId intent, Money amount);

    /**
     * What became of a charge; empty when the provider has never heard of it.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    Optional<ProviderCharge> query(PaymentIntentId intent);

    /**
     * What the owner's browser needs to complete a charge; empty when the provider wants nothing of
     * the owner.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    default Optional<Confirmation> confirmation(PaymentIntentId intent) {
        return Optional.empty();
    }

    /**
     * @param provider whose code in the browser takes it
     * @param clientSecret for the owner alone
     */
    record Confirmation(String provider, String clientSecret) {
        /** Secrets stay out of logs. */
        @Override
        public String toString() {
            return "Confirmation[" + provider + "]";
        }
    }
}
