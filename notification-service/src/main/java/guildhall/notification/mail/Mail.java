package guildhall.notification.mail;

import guildhall.messages.id.MailId;
import guildhall.messages.id.UserId;
import java.util.Optional;

/**
 * A mail to be sent.
 *
 * @param to the address; empty to look up the user's own when it is sent
 * @param subject one line, whatever the title in it was
 * @param link path in the application, put under the text; may be empty
 */
public record Mail(
        MailId id, UserId user, Optional<String> to, String subject, String text, String link) {
    public Mail {
        subject = subject.replaceAll("\\s+", " ").strip();
    }

    /** To whatever address the user has when it is sent. */
    public static Mail toUser(MailId id, UserId user, String subject, String text, String link) {
        return new Mail(id, user, Optional.empty(), subject, text, link);
    }
}
