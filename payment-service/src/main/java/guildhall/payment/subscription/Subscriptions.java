package guildhall.payment.subscription;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.party.Party;
import java.util.List;
import java.util.Optional;

/** All subscriptions. */
public interface Subscriptions {
    Subscription find(SubscriptionId id);

    /** Locks it until the end of the transaction; nothing is locked when it is absent. */
    Subscription lock(SubscriptionId id);

    /** Lets one transaction at a time subscribe for a party. */
    void lockSubscribing(Party party);

    /** The one that has not expired. */
    Optional<Subscription.Known> current(Party party);

    /** Newest first. */
    List<Subscription.Known> of(Party party, int limit);

    void write(Subscription before, Subscription.Known after);
}
