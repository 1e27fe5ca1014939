package guildhall.notification.mail.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.notification.mail.Mail;
import guildhall.notification.mail.Mails;
import guildhall.notification.mail.RetrySchedule;
import guildhall.runtime.documents.NewDocuments;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The queue, and what the courier does with it. */
@Repository
class MongoMails implements Mails {
    private static final Logger LOG = LoggerFactory.getLogger(MongoMails.class);
    private static final int LONGEST_LINE = 10_000;
    private static final int FOUND_AT_ONCE = 500;
    private static final int LOT = 20;

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
    public void add(List<Mail> mails) {
        var now = clock.instant();
        var there =
                NewDocuments.insert(
                        mongo.getCollection(MailDocument.COLLECTION),
                        mails.stream().map(mail -> row(MailDocument.of(mail, now))).toList());
        for (int place = 0; place < mails.size(); place++) {
            if (!there.contains(place)) {
                arrived(mails.get(place));
            }
        }
    }

    private Document row(MailDocument mail) {
        var row = new Document();
        mongo.getConverter().write(mail, row);
        return row;
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
     * The next mails that are due, leased: no other instance takes them for a while. What this
     * instance has queued is known by its id; for the rest, such as a second attempt, the
     * collection is searched once in a while, unless there is enough to do.
     *
     * @param patience how long to wait for one, and between two searches
     */
    List<MailDocument> take(Duration patience) throws InterruptedException {
        if (System.nanoTime() - searchedAt > patience.toNanos() && line.length() < FOUND_AT_ONCE) {
            search();
            searchedAt = System.nanoTime();
        }
        return lease(line.next(patience, LOT));
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

    private List<MailDocument> lease(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var lease = UUID.randomUUID().toString();
        mongo.updateMulti(
                query(pending(ids).and("dueAt").lte(now)),
                new Update().set("dueAt", now.plus(properties.lease())).set("lease", lease),
                MailDocument.COLLECTION);
        return mongo
                .find(
                        query(pending(ids).and("lease").is(lease)),
                        Document.class,
                        MailDocument.COLLECTION)
                .stream()
                .flatMap(row -> read(row).stream())
                .sorted(Comparator.comparingInt(mail -> ids.indexOf(mail.id())))
                .toList();
    }

    /** The other mails must not wait for one that cannot be read. */
    private Optional<MailDocument> read(Document row) {
        try {
            return Optional.of(mongo.getConverter().read(MailDocument.class, row));
        } catch (RuntimeException bug) {
            LOG.error(
                    "Mail {} was left behind; it is read again after its lease",
                    row.get("_id"),
                    bug);
            return Optional.empty();
        }
    }

    /** Before their lease has ended: others may take them at once. */
    void giveBack(List<MailDocument> mails) {
        var ids = mails.stream().map(MailDocument::id).toList();
        mongo.updateMulti(
                query(pending(ids)),
                new Update().set("dueAt", clock.instant()),
                MailDocument.COLLECTION);
        ids.forEach(line::join);
    }

    private static Criteria pending(List<String> ids) {
        return where("_id").in(ids).and("status").is(MailDocument.PENDING);
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
        mongo.updateFirst(query(pending(List.of(mail.id()))), update, MailDocument.COLLECTION);
    }
}
