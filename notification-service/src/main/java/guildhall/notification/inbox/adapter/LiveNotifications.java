package guildhall.notification.inbox.adapter;

import guildhall.messages.id.NotificationId;
import guildhall.notification.inbox.Notification;
import guildhall.notification.inbox.Notifications;
import guildhall.runtime.live.LiveEvent;
import guildhall.runtime.live.LiveFeed;
import guildhall.runtime.live.LiveListener;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events. A client that reconnects with {@code Last-Event-ID} gets what it missed; the
 * stream ends now and then, so that the client comes back with a fresh token.
 */
@RestController
class LiveNotifications {
    private static final Logger LOG = LoggerFactory.getLogger(LiveNotifications.class);
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(10);
    private static final int MOST_MISSED = 100;

    private final Notifications notifications;
    private final LiveFeed feed;
    private final JsonMapper json;

    LiveNotifications(Notifications notifications, LiveFeed feed, JsonMapper json) {
        this.notifications = notifications;
        this.feed = feed;
        this.json = json;
    }

    @Operation(summary = "My notifications as they come (server-sent events)")
    @GetMapping(path = "/v1/live/notifications", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable NotificationId last) {
        var emitter = new SseEmitter(LONGEST_STREAM.toMillis());
        var connection = feed.connect(caller.user(), caller.session(), new Listener(emitter));
        emitter.onCompletion(connection::close);
        emitter.onTimeout(emitter::complete);
        send(emitter, SseEmitter.event().comment("connected"));
        if (last != null) {
            notifications
                    .since(caller.user(), last, MOST_MISSED)
                    .forEach(missed -> send(emitter, sse(event(missed))));
        }
        return emitter;
    }

    LiveEvent event(Notification notification) {
        return new LiveEvent(
                notification.id().toString(),
                "notification",
                json.writeValueAsString(NotificationView.of(notification)));
    }

    private static SseEmitter.SseEventBuilder sse(LiveEvent event) {
        return SseEmitter.event()
                .id(event.id())
                .name(event.type())
                .data(event.data(), MediaType.APPLICATION_JSON);
    }

    private static void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The client had gone", gone);
        }
    }

    private record Listener(SseEmitter emitter) implements LiveListener {
        @Override
        public void tell(LiveEvent event) {
            Thread.startVirtualThread(() -> send(emitter, sse(event)));
        }

        @Override
        public void end() {
            emitter.complete();
        }
    }
}
