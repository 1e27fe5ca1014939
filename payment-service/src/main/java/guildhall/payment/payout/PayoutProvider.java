package guildhall.payment.payout;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import java.util.Optional;

/** A company that sends money to payout accounts. It answers asynchronously, by webhook. */
public interface PayoutProvider {
    /** The provider's name, as in its webhooks. */
    String provider();

    /**
     * Asks for a payment. Asking again for the same attempt starts nothing new.
     *
     * @return the provider's own id of the payment
     * @throws ProviderUnavailableException when it is not known whether the request arrived
     */
    String submit(Transfer transfer);

    /**
     * What became of an attempt; empty when the provider has never heard of it.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    Optional<PayoutReport> query(PayoutId payout, int attempt);

    /**
     * @param attempt makes each try a payment of its own
     * @param externalAccount the provider's own id of the account
     * @param amount what shall arrive
     */
    record Transfer(
            PayoutId payout, int attempt, String externalAccount, Money amount, Speed speed) {}
}
