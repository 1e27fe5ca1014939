package guildhall.notification.inbox.adapter;

import static guildhall.runtime.web.Problems.answer;
import static guildhall.runtime.web.Problems.problem;

import guildhall.messages.id.NotificationId;
import guildhall.notification.inbox.Notification;
import guildhall.notification.inbox.Notifications;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/notifications")
@Tag(name = "Notifications")
class NotificationController {
    record UnreadCount(long unread) {}

    private final Notifications notifications;
    private final Clock clock;

    NotificationController(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    @Operation(summary = "List my notifications, newest first")
    @GetMapping
    Page<NotificationView> mine(
            @RequestParam(defaultValue = "false") boolean unread, Caller caller, Paging paging) {
        var rows = notifications.of(caller.user(), unread, paging.place(), paging.rows());
        return Page.of(rows, paging.limit(), NotificationController::cursor)
                .map(NotificationView::of);
    }

    private static String cursor(Notification notification) {
        return new Place(notification.createdAt(), notification.id().value()).toCursor();
    }

    @Operation(summary = "Count my unread notifications")
    @GetMapping("/unread-count")
    UnreadCount unreadCount(Caller caller) {
        return new UnreadCount(notifications.unread(caller.user()));
    }

    @Operation(summary = "Mark a notification as read")
    @ApiResponse(responseCode = "204", description = "Read, now or before")
    @PostMapping("/{id}/read")
    ResponseEntity<Void> read(@PathVariable NotificationId id, Caller caller) {
        return notifications.read(caller.user(), id, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                ? ResponseEntity.noContent().build()
                : answer(problem(HttpStatus.NOT_FOUND, "notification/unknown-notification"));
    }

    @Operation(summary = "Mark all my notifications as read")
    @ApiResponse(responseCode = "204", description = "Nothing is unread")
    @PostMapping("/read")
    ResponseEntity<Void> readAll(Caller caller) {
        notifications.readAll(caller.user(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return ResponseEntity.noContent().build();
    }
}
