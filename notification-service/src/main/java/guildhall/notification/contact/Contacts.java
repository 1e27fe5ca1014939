package guildhall.notification.contact;

import guildhall.messages.id.UserId;
import java.util.Map;
import java.util.Set;

/** All users that identity-service told of. */
public interface Contacts {
    void put(Contact contact);

    /** Those of the users whose registration has been heard of. */
    Map<UserId, Contact> find(Set<UserId> users);
}
