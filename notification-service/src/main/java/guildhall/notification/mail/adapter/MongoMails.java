package guildhall.notification.mail.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.notification.mail.Mail;
import guildhall.notification.mail.Mails;
import guildhall.notification.mail.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The queue, and what the courier does with it. */
@Repository
class MongoMails implements Mails {
    private static final int LONGEST_LINE = 10_000;
    private static final int FOUND_AT_ONCE = 500;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final MailProperties properties;
    private final RetrySchedule schedule;
    private final MailLine line = new MailLine(LONGEST_LINE);
    private long searchedAt = System.nanoTime() - Integer.MAX_VALUE;

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
            arrived(mail);
        } catch (DuplicateKeyException _) {
            // Queued before.
        }
    }

    /** Somebody waits for a mail with an address of its own, such as one with a code. */
    private void arrived(Mail mail) {
        var id = mail.id().toString();
        if (mail.to().isPresent()) {
            line.jump(id);
        } else {
            line.join(id);
        }
    }

    /** Makes {@link #take} return. */
    void wake() {
        line.wake();
    }

    /**
     * The next mail that is due, leased: no other instance takes it for a while. What this instance
     * has queued is known by its id; for the rest, such as a second attempt, the collection is
     * searched once in a while, unless there is enough to do.
     *
     * @param patience how long to wait for one, and between two searches
     */
    Optional<MailDocument> take(Duration patience) throws InterruptedException {
        if (System.nanoTime() - searchedAt > patience.toNanos() && line.length() < FOUND_AT_ONCE) {
            search();
            searchedAt = System.nanoTime();
        }
        return line.next(patience).flatMap(this::lease);
    }

    private void search() {
        var due =
                query(where("status").is(MailDocument.PENDING).and("dueAt").lte(clock.instant()))
                        .with(Sort.by("dueAt"))
                        .limit(FOUND_AT_ONCE);
        due.fields().include("_id");
        mongo.find(due, Document.class, MailDocument.COLLECTION)
                .forEach(found -> line.join(found.getString("_id")));
    }

    private Optional<MailDocument> lease(String id) {
        var now = clock.instant();
        var due =
                query(
                        where("_id")
                                .is(id)
                                .and("status")
                                .is(MailDocument.PENDING)
                                .and("dueAt")
                                .lte(now));
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

    /** Text and link go: they may hold a one-time code. */
    private static Update ended(String status) {
        return new Update().set("status", status).set("text", "").set("link", "");
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
