package guildhall.notification.inbox.adapter;

import guildhall.messages.id.NotificationId;
import guildhall.messages.id.UserId;
import guildhall.notification.inbox.Notification;
import guildhall.notification.inbox.Notifications;
import guildhall.runtime.live.LiveFeed;
import guildhall.runtime.live.Subscriber;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events. A client that reconnects with {@code Last-Event-ID} gets what it missed; the
 * stream ends with the access token, so that the client comes back with a fresh one.
 */
@RestController
@Tag(name = "Notifications")
class LiveNotifications {
    private static final int PAGE = 100;

    /** Rather twice than not at all: events have ids. */
    private static final Duration OVERLAP = Duration.ofSeconds(1);

    /** The feed ends the stream, so the container need not. */
    private static final long NEVER = 0;

    private final Notifications notifications;
    private final LiveFeed feed;
    private final NotificationEvent events;

    LiveNotifications(Notifications notifications, LiveFeed feed, NotificationEvent events) {
        this.notifications = notifications;
        this.feed = feed;
        this.events = events;
    }

    @Operation(
            summary = "Hear of my notifications as they come",
            description =
                    """
                    Server-sent events named notification, with the notification as data and its \
                    id as event id. Connect again with Last-Event-ID to hear what was missed; \
                    what came within a second before may come once more. The stream ends when \
                    the access token runs out or the session is revoked.\
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The stream; comments keep it alive",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    @GetMapping(path = "/v1/live/notifications", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable NotificationId last) {
        var subscriber = Subscriber.current().orElseThrow();
        var emitter = new SseEmitter(NEVER);
        var connection =
                feed.connect(
                        subscriber,
                        new EmitterChannel(emitter),
                        () -> missed(caller.user(), last).map(events::of).iterator());
        emitter.onCompletion(connection::close);
        emitter.onError(_ -> connection.close());
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
    }

    /** Page by page, as the client takes them. */
    private Stream<Notification> missed(UserId user, @Nullable NotificationId last) {
        if (last == null) {
            return Stream.of();
        }
        return Stream.iterate(
                        notifications.since(user, last, OVERLAP, PAGE),
                        page -> !page.isEmpty(),
                        page -> pageAfter(user, page))
                .flatMap(List::stream);
    }

    private List<Notification> pageAfter(UserId user, List<Notification> page) {
        return page.size() < PAGE
                ? List.of()
                : notifications.since(user, page.getLast().id(), Duration.ZERO, PAGE);
    }
}
