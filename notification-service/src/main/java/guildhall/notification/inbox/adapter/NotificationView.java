package guildhall.notification.inbox.adapter;

import guildhall.messages.id.NotificationId;
import guildhall.notification.inbox.Notification;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as clients see it.
 *
 * @param link path in the application where one can act on it
 * @param readAt absent while unread
 */
record NotificationView(
        NotificationId id,
        NoticeType type,
        Priority priority,
        String title,
        String body,
        String link,
        Instant createdAt,
        @Nullable Instant readAt) {
    static NotificationView of(Notification notification) {
        return new NotificationView(
                notification.id(),
                notification.type(),
                notification.priority(),
                notification.title(),
                notification.body(),
                notification.link(),
                notification.createdAt(),
                notification.readAt().orElse(null));
    }
}
