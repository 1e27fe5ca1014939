package guildhall.review.reputation;

import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The reputations of all parties that somebody has reviewed. */
public interface Reputations {
    /** Adds up again what is published about these parties, in the present transaction. */
    void recompute(Collection<Party> parties, Instant at);

    Optional<Reputation> find(Party party);
}
