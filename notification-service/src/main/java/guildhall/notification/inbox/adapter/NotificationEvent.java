package guildhall.notification.inbox.adapter;

import guildhall.notification.inbox.Notification;
import guildhall.runtime.live.LiveEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A notification as the live stream tells it. */
@Component
class NotificationEvent {
    private final JsonMapper json;

    NotificationEvent(JsonMapper json) {
        this.json = json;
    }

    LiveEvent of(Notification notification) {
        return new LiveEvent(
                notification.id().toString(),
                "notification",
                json.writeValueAsString(NotificationView.of(notification)));
    }
}
