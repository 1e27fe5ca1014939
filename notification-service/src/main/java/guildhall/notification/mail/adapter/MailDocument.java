package guildhall.notification.mail.adapter;

import guildhall.messages.id.MailId;
import guildhall.messages.id.UserId;
import guildhall.notification.mail.Mail;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A mail as it is stored.
 *
 * @param status PENDING, SENT or FAILED
 * @param dueAt when it is tried next; while one instance sends it, when another may take over
 */
record MailDocument(
        @Id String id,
        String user,
        @Nullable String to,
        String subject,
        String text,
        String link,
        String status,
        int failures,
        Instant queuedAt,
        Instant dueAt) {
    MailDocument {
        MailId.of(id);
        UserId.of(user);
    }

    static final String COLLECTION = "mail";
    static final String PENDING = "PENDING";
    static final String SENT = "SENT";
    static final String FAILED = "FAILED";

    static MailDocument of(Mail mail, Instant now) {
        return new MailDocument(
                mail.id().toString(),
                mail.user().toString(),
                mail.to().orElse(null),
                mail.subject(),
                mail.text(),
                mail.link(),
                PENDING,
                0,
                now,
                now);
    }

    Mail mail() {
        return new Mail(
                MailId.of(id), UserId.of(user), Optional.ofNullable(to), subject, text, link);
    }
}
