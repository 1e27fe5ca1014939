package guildhall.payment.ledger;

import java.util.Set;
import java.util.UUID;

/**
 * Lets operators find journals by what they know. A feature that keeps references of its own (of a
 * provider, of a contract) declares a bean that leads from them to the ids of journal sources.
 */
public interface SourceLookup {
    /**
     * @param reference as it was typed in
     * @return ids of {@link JournalSource}; empty when the reference means nothing to the feature
     */
    Set<UUID> sources(String reference);
}
