package guildhall.notification.inbox.adapter;

import guildhall.messages.Message;
import guildhall.messages.id.MailId;
import guildhall.messages.id.NotificationId;
import guildhall.notification.inbox.Notification;
import guildhall.notification.mail.Mail;
import guildhall.notification.mail.Mails;
import guildhall.notification.notice.Notice;
import guildhall.runtime.id.Ids;
import guildhall.runtime.live.LiveFeed;
import guildhall.runtime.message.Received;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Turns notices into notifications, mails and live events. Every step is idempotent by an id that
 * is derived from the event, so a crash in between is made good by the redelivery of the event.
 */
@Component
class Telling {
    private final NewNotifications notifications;
    private final Mails mails;
    private final LiveFeed feed;
    private final NotificationEvent events;
    private final Clock clock;

    Telling(
            NewNotifications notifications,
            Mails mails,
            LiveFeed feed,
            NotificationEvent events,
            Clock clock) {
        this.notifications = notifications;
        this.mails = mails;
        this.feed = feed;
        this.events = events;
        this.clock = clock;
    }

    /** What a notice becomes. */
    record Told(Optional<Mail> mail, NotificationDocument notification) {}

    List<Told> prepare(Received<? extends Message> event, List<Notice> notices) {
        return notices.stream().map(notice -> prepare(event.id(), notice)).toList();
    }

    Told prepare(UUID event, Notice notice) {
        var id = Ids.derived("notification", event, notice.user(), notice.type());
        return new Told(
                notice.byMail() ? Optional.of(mail(new MailId(id), notice)) : Optional.empty(),
                notifications.draft(notification(new NotificationId(id), notice)));
    }

    void tell(List<Told> told) {
        mails.add(told.stream().map(Told::mail).flatMap(Optional::stream).toList());
        notifications
                .add(told.stream().map(Told::notification).toList())
                .forEach(added -> feed.tell(List.of(added.user()), events.of(added)));
    }

    private Notification notification(NotificationId id, Notice notice) {
        return new Notification(
                id,
                notice.user(),
                notice.type(),
                notice.priority(),
                notice.title(),
                notice.body(),
                notice.link(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
    }

    private static Mail mail(MailId id, Notice notice) {
        return Mail.toUser(id, notice.user(), notice.title(), notice.body(), notice.link());
    }
}
