package guildhall.notification.mail.adapter;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server, on one connection as long as there are mails: greeting it for each takes much
 * longer than the mail. For one thread.
 */
@Component
class MailServer {
    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final String SMTP = "smtp";

    // Otherwise every part of every mail looks for it in all our jars.
    static {
        System.setProperty(
                StreamProvider.class.getName(), StreamProvider.provider().getClass().getName());
    }

    private final JavaMailSenderImpl settings;
    private @Nullable Transport line;

    MailServer(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    MimeMessage compose() {
        return settings.createMimeMessage();
    }

    /**
     * @throws MessagingException when the server is away or refuses the mail
     */
    void send(MimeMessage mail) throws MessagingException {
        mail.saveChanges();
        try {
            connected().sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            hangUp();
            throw e;
        }
    }

    void hangUp() {
        if (line != null) {
            try {
                line.close();
            } catch (MessagingException e) {
                LOG.debug("The mail server had hung up already", e);
            }
            line = null;
        }
    }

    private Transport connected() throws MessagingException {
        var open = line;
        if (open == null || !open.isConnected()) {
            open = settings.getSession().getTransport(SMTP);
            open.connect(
                    settings.getHost(),
                    settings.getPort(),
                    nullIfEmpty(settings.getUsername()),
                    nullIfEmpty(settings.getPassword()));
            line = open;
        }
        return open;
    }

    private static @Nullable String nullIfEmpty(@Nullable String setting) {
        return setting == null || setting.isEmpty() ? null : setting;
    }
}
