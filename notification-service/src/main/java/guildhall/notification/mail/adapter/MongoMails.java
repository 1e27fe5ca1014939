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
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The queue, and what the courier does with it. */
@Repository
class MongoMails implements Mails {
    private final MongoTemplate mongo;
    private final Clock clock;
    private final MailProperties properties;
    private final RetrySchedule schedule;
    private final Semaphore arrivals = new Semaphore(0);

    MongoMails(MongoTemplate mongo, Clock clock, MailProperties properties) {
        this.mongo = mongo;
        this.clock = clock;
        this.properties = properties;
        this.schedule = properties.schedule();
    }

    @Override
    public void add(Mail mail) {
        try {
            mongo.insert(MailDocument.of(mail, clock.instant()), MailDocument.COLLECTION);
            wake();
        } catch (DuplicateKeyException _) {
            // Queued before.
        }
    }

    /** Returns early when this instance has queued something, or should look up. */
    void awaitArrival(Duration patience) {
        try {
            var _ = arrivals.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            arrivals.drainPermits();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void wake() {
        arrivals.release();
    }

    /** The next mail that is due, leased: no other instance takes it for a while. */
    Optional<MailDocument> take() {
        var now = clock.instant();
        var due =
                query(where("status").is(MailDocument.PENDING).and("dueAt").lte(now))
                        .with(Sort.by("dueAt"));
        return Optional.ofNullable(
                mongo.findAndModify(
                        due,
                        new Update().set("dueAt", now.plus(properties.lease())),
                        MailDocument.class,
                        MailDocument.COLLECTION));
    }

    void sent(MailDocument mail) {
        update(mail, ended(MailDocument.SENT));
    }

    /** True when it was the last attempt. */
    boolean failed(MailDocument mail) {
        var failures = mail.failures() + 1;
        var wait = schedule.afterFailure(failures);
        update(mail, wait.map(this::later).orElseGet(MongoMails::gaveUp).set("failures", failures));
        return wait.isEmpty();
    }

    /** Without counting a failure. True when the address will not come any more. */
    boolean lacksAddress(MailDocument mail) {
        var wait = schedule.forAddress(Duration.between(mail.queuedAt(), clock.instant()));
        update(mail, wait.map(this::later).orElseGet(MongoMails::gaveUp));
        return wait.isEmpty();
    }

    private Update later(Duration wait) {
        return new Update().set("dueAt", clock.instant().plus(wait));
    }

    private static Update gaveUp() {
        return ended(MailDocument.FAILED);
    }

    /** The text goes: it may hold a one-time code. */
    private static Update ended(String status) {
        return new Update().set("status", status).set("text", "");
    }

    long pending() {
        return mongo.count(
                query(where("status").is(MailDocument.PENDING)), MailDocument.COLLECTION);
    }

    /** Should two have sent it, because one took longer than its lease, the first word counts. */
    private void update(MailDocument mail, Update update) {
        var pending = where("_id").is(mail.id()).and("status").is(MailDocument.PENDING);
        mongo.updateFirst(query(pending), update, MailDocument.COLLECTION);
    }
}
