package guildhall.stack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;

/** What a person reads of a MIME message. */
final class MailText {

    static String subject(MimeMessage message) {
        try {
            return Optional.ofNullable(message.getSubject()).orElse("(no subject)");
        } catch (MessagingException e) {
            return "(unreadable subject)";
        }
    }

    /** The plain part, or else whatever text there is. */
    static String text(Part part) {
        try {
            return find(part).orElse("(no text)");
        } catch (MessagingException | IOException e) {
            return "(unreadable: " + e + ")";
        }
    }

    private static Optional<String> find(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof String text) {
            return Optional.of(text);
        }
        var best = Optional.<String>empty();
        if (content instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                var child = parts.getBodyPart(index);
                var text = find(child);
                if (text.isPresent() && (best.isEmpty() || child.isMimeType("text/plain"))) {
                    best = text;
                }
            }
        }
        return best;
    }

    private MailText() {}
}
