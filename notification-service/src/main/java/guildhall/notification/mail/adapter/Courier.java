package guildhall.notification.mail.adapter;

import static java.util.stream.Collectors.toUnmodifiableSet;

import guildhall.messages.id.UserId;
import guildhall.notification.contact.Contact;
import guildhall.notification.contact.Contacts;
import guildhall.notification.mail.Mail;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Sends what is due, a few mails under one lease, for as long as the service runs. */
@Component
class Courier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOT = Duration.ofSeconds(5);
    private static final String CHARSET = "UTF-8";

    private final MongoMails mails;
    private final Contacts contacts;
    private final MailServer server;
    private final MailProperties properties;
    private final MeterRegistry metrics;
    private volatile boolean running;
    private Thread worker = new Thread();

    Courier(
            MongoMails mails,
            Contacts contacts,
            MailServer server,
            MailProperties properties,
            MeterRegistry metrics) {
        this.mails = mails;
        this.contacts = contacts;
        this.server = server;
        this.properties = properties;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("courier").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        mails.wake();
        try {
            if (!worker.join(PATIENCE)) {
                LOG.warn("A mail takes long; should it not get through, another instance sends it");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running && !Thread.currentThread().isInterrupted()) {
            try {
                deliver(mails.take(properties.searchEvery()));
            } catch (DataAccessException away) {
                LOG.warn("The mail queue is away; trying again", away);
                LockSupport.parkNanos(properties.searchEvery().toNanos());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        server.hangUp();
    }

    /**
     * As many as get through in a while; the others go back, so that codes do not wait for them.
     */
    private void deliver(List<MailDocument> lot) {
        if (lot.isEmpty()) {
            server.hangUp();
            return;
        }
        var addresses = addresses(lot);
        var end = System.nanoTime() + LONGEST_LOT.toNanos();
        for (int next = 0; next < lot.size(); next++) {
            if (!running || System.nanoTime() - end > 0) {
                mails.giveBack(lot.subList(next, lot.size()));
                return;
            }
            deliverOne(lot.get(next), addresses);
        }
    }

    private void deliverOne(MailDocument mail, Map<UserId, Contact> addresses) {
        try {
            deliver(mail, addresses);
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException bug) { // Mails that can be sent must not wait for it.
            LOG.error("A mail was left behind; it is tried again after its lease", bug);
        }
    }

    private Map<UserId, Contact> addresses(List<MailDocument> mails) {
        return contacts.find(
                mails.stream()
                        .map(MailDocument::mail)
                        .filter(mail -> mail.to().isEmpty())
                        .map(Mail::user)
                        .collect(toUnmodifiableSet()));
    }

    private void deliver(MailDocument document, Map<UserId, Contact> addresses) {
        var mail = document.mail();
        var known = Optional.ofNullable(addresses.get(mail.user())).map(Contact::email);
        var to = mail.to().or(() -> known);
        if (to.isPresent()) {
            send(document, to.get());
        } else if (mails.lacksAddress(document)) {
            gaveUp(document);
        }
    }

    private void send(MailDocument mail, String to) {
        try {
            server.send(message(mail, to));
        } catch (MessagingException | IllegalArgumentException | IllegalStateException refused) {
            LOG.warn("Mail {} could not be sent: {}", mail.id(), MailFailure.describe(refused));
            metrics.counter("guildhall.notification.mails.refused").increment();
            if (mails.failed(mail)) {
                gaveUp(mail);
            }
            return;
        }
        mails.sent(mail);
        metrics.counter("guildhall.notification.mails.sent").increment();
        LOG.info("Mail {} was sent", mail.id());
    }

    private void gaveUp(MailDocument mail) {
        metrics.counter("guildhall.notification.mails.failed").increment();
        LOG.error("Mail {} is not tried any more", mail.id());
    }

    private MimeMessage message(MailDocument mail, String to) throws MessagingException {
        var message = new IdentifiedMail(server.compose(), mail.id());
        message.setFrom(properties.from());
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(mail.subject(), CHARSET);
        message.setText(mail.text() + "\n\n" + properties.webUrl() + mail.link() + "\n", CHARSET);
        return message;
    }
}
