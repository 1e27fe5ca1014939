package guildhall.payment.paymentmethod;

import guildhall.messages.party.Party;
import java.util.Optional;

/** A company that keeps cards for their owners. */
public interface MethodVault {
    /** As in its webhooks. */
    String provider();

    /**
     * Begins to take a method in. Beginning again with the same id begins nothing new.
     *
     * @return a secret for the provider's code in the owner's browser
     * @throws guildhall.payment.provider.ProviderUnavailableException when it is not known whether
     *     the request arrived
     */
    String begin(PaymentMethodId id, Party owner);

    /**
     * What the owner has left there; empty until then.
     *
     * @throws guildhall.payment.provider.ProviderUnavailableException when the provider does not
     *     answer
     */
    Optional<Kept> kept(PaymentMethodId id);

    /**
     * Again changes nothing.
     *
     * @throws guildhall.payment.provider.ProviderUnavailableException when it is not known whether
     *     it is forgotten
     */
    void forget(String token);

    record Kept(String token, CardFace face) {}
}
