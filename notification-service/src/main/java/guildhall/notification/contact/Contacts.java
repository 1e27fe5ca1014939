package guildhall.notification.contact;

import guildhall.messages.id.UserId;
import java.util.Optional;

/** All users that identity-service told of. */
public interface Contacts {
    void put(Contact contact);

    /** Empty while the user's registration has not been heard of. */
    Optional<Contact> find(UserId user);
}
