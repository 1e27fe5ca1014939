package guildhall.payment.verification;

import guildhall.messages.party.Party;
import java.util.Optional;

/** The tiers of all parties of which identity-service has said anything. */
public interface KnownTiers {
    Optional<KnownTier> find(Party party);

    /**
     * Keeps what was said, unless something newer is known.
     *
     * @param revision rises with everything that is said of one party
     */
    void keep(Party party, KnownTier tier, long revision);
}
