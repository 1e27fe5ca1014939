package guildhall.messages.review;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.party.Party;
import java.time.Instant;

/** What the reviews of a party add up to. The key is the party. */
@Topic("review.reputation.events")
public sealed interface ReputationEvents extends Message {
    Party party();

    @Override
    default String key() {
        return party().toString();
    }

    /** Recomputed from all published reviews; the average is in hundredths (475 = 4.75). */
    @MessageType("review.reputation-changed.v1")
    record ReputationChangedV1(Party party, int averageHundredths, int reviews, Instant changedAt)
            implements ReputationEvents {}
}
