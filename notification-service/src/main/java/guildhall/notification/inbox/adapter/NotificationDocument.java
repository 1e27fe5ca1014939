package guildhall.notification.inbox.adapter;

import guildhall.messages.id.NotificationId;
import guildhall.messages.id.UserId;
import guildhall.notification.inbox.Notification;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import guildhall.runtime.documents.UnsentMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A notification as it is stored, with what is still to be told of it. */
record NotificationDocument(
        @Id String id,
        String user,
        String type,
        String priority,
        String title,
        String body,
        String link,
        Instant createdAt,
        boolean unread,
        @Nullable Instant readAt,
        List<UnsentMessage> unsent) {
    static final String COLLECTION = "notification";

    static NotificationDocument of(Notification notification, List<UnsentMessage> unsent) {
        return new NotificationDocument(
                notification.id().toString(),
                notification.user().toString(),
                notification.type().name(),
                notification.priority().name(),
                notification.title(),
                notification.body(),
                notification.link(),
                notification.createdAt(),
                notification.readAt().isEmpty(),
                notification.readAt().orElse(null),
                unsent);
    }

    Notification notification() {
        return new Notification(
                NotificationId.of(id),
                UserId.of(user),
                NoticeType.valueOf(type),
                Priority.valueOf(priority),
                title,
                body,
                link,
                createdAt,
                Optional.ofNullable(readAt));
    }
}
