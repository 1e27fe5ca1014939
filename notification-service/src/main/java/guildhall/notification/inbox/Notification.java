package guildhall.notification.inbox;

import guildhall.messages.id.NotificationId;
import guildhall.messages.id.UserId;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import java.time.Instant;
import java.util.Optional;

/** What a user was told, and whether it was read. */
public record Notification(
        NotificationId id,
        UserId user,
        NoticeType type,
        Priority priority,
        String title,
        String body,
        String link,
        Instant createdAt,
        Optional<Instant> readAt) {}
