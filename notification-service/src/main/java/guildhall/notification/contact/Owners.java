package guildhall.notification.contact;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.util.Optional;

/** Who acts for a talent or a business, as identity-service told. */
public interface Owners {
    void put(Party party, UserId owner);

    /** Empty while the profile has not been heard of. */
    Optional<UserId> find(Party party);
}
