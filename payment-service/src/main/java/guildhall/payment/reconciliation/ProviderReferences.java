package guildhall.payment.reconciliation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Leads from what a provider calls a thing to what our journals were posted for. Every feature that
 * posts to CASH_CLEARING on the word of a provider declares one as a bean; what a provider calls by
 * our own id needs none.
 */
public interface ProviderReferences {
    /**
     * Ids of {@link guildhall.payment.ledger.JournalSource} by reference; references that mean
     * nothing to the feature are absent.
     */
    Map<String, UUID> sources(Set<String> references);
}
