package guildhall.notification.mail.adapter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Keeps one Message-ID over all attempts, so that a receiver can recognise a repeat. */
final class IdentifiedMail extends MimeMessage {
    private final String id;

    IdentifiedMail(MimeMessage source, String id) {
        super(source.getSession());
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + "@guildhall.example>");
    }
}
