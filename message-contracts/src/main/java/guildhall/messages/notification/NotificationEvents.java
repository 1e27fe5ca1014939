package guildhall.messages.notification;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.NotificationId;
import guildhall.messages.id.UserId;
import java.time.Instant;

/** Facts about notifications. */
@Topic("notification.notification.events")
public sealed interface NotificationEvents extends Message {
    NotificationId notificationId();

    @Override
    default String key() {
        return notificationId().toString();
    }

    /** The notification reached the user on a channel. */
    @MessageType("notification.notification-delivered.v1")
    record NotificationDeliveredV1(
            NotificationId notificationId,
            UserId userId,
            String channel,
            String type,
            Instant deliveredAt)
            implements NotificationEvents {}

    /** The user read it. */
    @MessageType("notification.notification-read.v1")
    record NotificationReadV1(NotificationId notificationId, UserId userId, Instant readAt)
            implements NotificationEvents {}
}
