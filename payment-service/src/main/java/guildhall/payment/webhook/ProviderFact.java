package guildhall.payment.webhook;

import java.util.UUID;

/**
 * What a provider says about something of ours. Each feature declares its own facts and what they
 * lead to.
 */
public interface ProviderFact {
    /** The id that we gave to what this is about. */
    UUID subject();
}
