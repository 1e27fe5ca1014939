package guildhall.payment.payoutaccount;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.provider.ProviderUnavailableException;
import java.net.URI;
import java.util.Currency;
import java.util.Optional;

/** A company that verifies who owns an account and keeps its number. */
public interface PayoutOnboarding {
    /** The provider's name, as in its webhooks. */
    String provider();

    /**
     * Opens an account there. Asking again with the same id opens nothing new.
     *
     * @throws ProviderUnavailableException when it is not known whether the request arrived
     */
    ExternalAccount open(PayoutAccountId id, Opening opening);

    /**
     * Names another destination for the account, which is verified anew.
     *
     * @param token what the provider gave the owner for the number
     * @throws ProviderUnavailableException when it is not known whether the request arrived
     */
    Destination changeDestination(String externalAccount, String token);

    /**
     * Where the owner gives the provider what it still wants; good for a few minutes.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    URI link(String externalAccount);

    /**
     * How the account stands; empty while the provider has not made up its mind.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    Optional<AccountReport> query(PayoutAccountId id);

    /**
     * @param token what the provider gave the owner for the number; empty when the owner will name
     *     the destination behind the link
     */
    record Opening(PayoutMethod method, Currency currency, String token) {}

    /**
     * @param id the provider's own id of the account
     */
    record ExternalAccount(String id, Destination destination) {}
}
