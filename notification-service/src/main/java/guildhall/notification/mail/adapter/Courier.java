package guildhall.notification.mail.adapter;

import guildhall.messages.id.UserId;
import guildhall.notification.NotificationProperties;
import guildhall.notification.contact.Contact;
import guildhall.notification.contact.Contacts;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends what is due, one mail at a time, for as long as the service runs. */
@Component
class Courier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long IDLE_MILLIS = 1_000;

    private final MongoMails mails;
    private final Contacts contacts;
    private final JavaMailSender smtp;
    private final NotificationProperties properties;
    private final MeterRegistry metrics;
    private volatile boolean running;
    private Thread worker = new Thread();

    Courier(
            MongoMails mails,
            Contacts contacts,
            JavaMailSender smtp,
            NotificationProperties properties,
            MeterRegistry metrics) {
        this.mails = mails;
        this.contacts = contacts;
        this.smtp = smtp;
        this.properties = properties;
        this.metrics = metrics;
        metrics.gauge("guildhall.notification.mails.pending", mails, MongoMails::pending);
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("courier").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        try {
            worker.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                var next = mails.take();
                if (next.isPresent()) {
                    deliver(next.get());
                } else if (mails.arrivals().tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    mails.arrivals().drainPermits();
                }
            } catch (DataAccessException away) {
                LOG.warn("The mail queue cannot be read; trying again", away);
                pause();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void deliver(MailDocument mail) {
        var to = mail.mail().to().or(() -> addressOf(mail.mail().user()));
        if (to.isEmpty()) {
            mails.waitForAddress(mail);
            return;
        }
        try {
            smtp.send(message(mail, to.get()));
            mails.sent(mail);
            metrics.counter("guildhall.notification.mails.sent").increment();
        } catch (MailException | MessagingException refused) {
            var last = mails.failed(mail);
            metrics.counter("guildhall.notification.mails.failed", "last", Boolean.toString(last))
                    .increment();
            LOG.warn("Mail {} could not be sent", mail.id(), refused);
        }
    }

    private MimeMessage message(MailDocument mail, String to) throws MessagingException {
        var message = new IdentifiedMail(smtp.createMimeMessage(), mail.id());
        var helper = new MimeMessageHelper(message, "UTF-8");
        helper.setFrom(properties.mailFrom());
        helper.setTo(to);
        helper.setSubject(mail.subject());
        helper.setText(mail.text() + "\n\n" + properties.webUrl() + mail.link() + "\n");
        return message;
    }

    private Optional<String> addressOf(UserId user) {
        return contacts.find(user).map(Contact::email);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
