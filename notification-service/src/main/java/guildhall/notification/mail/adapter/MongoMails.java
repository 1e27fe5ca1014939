package guildhall.notification.mail.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.notification.mail.Mail;
import guildhall.notification.mail.Mails;
import guildhall.notification.mail.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The queue, and what the courier does with it. */
@Repository
class MongoMails implements Mails {
    /** Longer than any attempt to send takes. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Semaphore arrivals = new Semaphore(0);

    MongoMails(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void add(Mail mail) {
        try {
            mongo.insert(MailDocument.of(mail, clock.instant()), MailDocument.COLLECTION);
            arrivals.release();
        } catch (DuplicateKeyException _) {
            // Queued before.
        }
    }

    /** Signalled when this instance queued something. */
    Semaphore arrivals() {
        return arrivals;
    }

    /** The next mail that is due, leased: no other instance takes it for a minute. */
    Optional<MailDocument> take() {
        var now = clock.instant();
        var due =
                query(where("status").is(MailDocument.PENDING).and("dueAt").lte(now))
                        .with(Sort.by("dueAt"));
        return Optional.ofNullable(
                mongo.findAndModify(
                        due,
                        new Update().set("dueAt", now.plus(LEASE)),
                        MailDocument.class,
                        MailDocument.COLLECTION));
    }

    /** The text goes: it may hold a one-time code. */
    void sent(MailDocument mail) {
        update(mail, new Update().set("status", MailDocument.SENT).set("text", ""));
    }

    /** The address is not known yet: soon, and without counting an attempt. */
    void waitForAddress(MailDocument mail) {
        update(mail, new Update().set("dueAt", clock.instant().plusSeconds(2)));
    }

    /** True when it was the last attempt. */
    boolean failed(MailDocument mail) {
        var attempts = mail.attempts() + 1;
        var wait = RetrySchedule.after(attempts);
        var update = new Update().set("attempts", attempts);
        update(
                mail,
                wait.map(pause -> update.set("dueAt", clock.instant().plus(pause)))
                        .orElseGet(() -> update.set("status", MailDocument.FAILED)));
        return wait.isEmpty();
    }

    long pending() {
        return mongo.count(
                query(where("status").is(MailDocument.PENDING)), MailDocument.COLLECTION);
    }

    private void update(MailDocument mail, Update update) {
        mongo.updateFirst(query(where("_id").is(mail.id())), update, MailDocument.COLLECTION);
    }
}
