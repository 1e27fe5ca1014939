package guildhall.notification.inbox;

import guildhall.messages.id.NotificationId;
import guildhall.messages.id.UserId;
import guildhall.runtime.list.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The notifications of all users. */
public interface Notifications {
    /** Newest first: those before a place. */
    List<Notification> of(UserId user, boolean unreadOnly, Place before, int rows);

    /**
     * Oldest first: what came after this one, for a connection that was lost. Empty when the user
     * has no such notification.
     *
     * @param overlap how far to look back before it: instances tell in parallel, so an older one
     *     may have arrived later
     */
    List<Notification> since(UserId user, NotificationId last, Duration overlap, int rows);

    long unread(UserId user);

    /** False when the user has no such notification. */
    boolean read(UserId user, NotificationId id, Instant at);

    void readAll(UserId user, Instant at);
}
