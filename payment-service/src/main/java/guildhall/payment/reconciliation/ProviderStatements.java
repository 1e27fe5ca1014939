package guildhall.payment.reconciliation;

import java.time.Instant;
import java.util.Currency;
import java.util.Set;

/** The statements of the provider that is in use. */
public interface ProviderStatements {
    /** As in the entries of its statements. */
    String provider();

    /**
     * The currencies in which the provider has ever held money for us.
     *
     * @throws StatementUnavailableException when the provider does not answer
     */
    Set<Currency> currencies();

    /**
     * @param until not in the future; what is booked later may be missing even if it is dated
     *     before
     * @throws StatementUnavailableException when the provider does not answer
     */
    ProviderStatement statement(Currency currency, Instant from, Instant until);
}
