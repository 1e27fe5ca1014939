package guildhall.notification.inbox.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.messages.id.NotificationId;
import guildhall.messages.id.UserId;
import guildhall.messages.notification.NotificationEvents.NotificationReadV1;
import guildhall.notification.inbox.Notification;
import guildhall.notification.inbox.Notifications;
import guildhall.runtime.documents.DocumentOutbox;
import guildhall.runtime.documents.UnsentMessage;
import guildhall.runtime.list.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoNotifications implements Notifications {
    private static final int READ_AT_ONCE = 500;
    private static final String CREATED_AT = "createdAt";
    private static final String[] ORDER = {CREATED_AT, "_id"};

    private final MongoTemplate mongo;
    private final DocumentOutbox outbox;

    MongoNotifications(MongoTemplate mongo, DocumentOutbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    @Override
    public List<Notification> of(UserId user, boolean unreadOnly, Place before, int rows) {
        var criteria = older(before).and("user").is(user.toString());
        if (unreadOnly) {
            criteria = criteria.and("unread").is(true);
        }
        return find(query(criteria).with(Sort.by(Sort.Direction.DESC, ORDER)).limit(rows));
    }

    @Override
    public List<Notification> since(UserId user, NotificationId last, Duration overlap, int rows) {
        return load(user, last)
                .map(seen -> newer(seen, overlap).and("user").is(user.toString()))
                .map(newer -> query(newer).with(Sort.by(Sort.Direction.ASC, ORDER)).limit(rows))
                .map(this::find)
                .orElseGet(List::of);
    }

    private static Criteria older(Place place) {
        return new Criteria()
                .orOperator(
                        where(CREATED_AT).lt(place.at()),
                        where(CREATED_AT).is(place.at()).and("_id").lt(place.id().toString()));
    }

    /** With an overlap also those shortly before it, but not itself. */
    private static Criteria newer(Notification seen, Duration overlap) {
        var at = seen.createdAt();
        var id = seen.id().toString();
        if (overlap.isPositive()) {
            return where(CREATED_AT).gte(at.minus(overlap)).and("_id").ne(id);
        }
        return new Criteria()
                .orOperator(where(CREATED_AT).gt(at), where(CREATED_AT).is(at).and("_id").gt(id));
    }

    @Override
    public long unread(UserId user) {
        return mongo.count(
                query(where("user").is(user.toString()).and("unread").is(true)),
                NotificationDocument.COLLECTION);
    }

    @Override
    public boolean read(UserId user, NotificationId id, Instant at) {
        var found = load(user, id);
        if (found.isPresent() && found.get().readAt().isEmpty()) {
            mongo.updateFirst(
                    query(unread(id)), asRead(user, id, at), NotificationDocument.COLLECTION);
            wakeFor(id);
        }
        return found.isPresent();
    }

    /** Those that are there now; what arrives meanwhile stays unread. */
    @Override
    public void readAll(UserId user, Instant at) {
        while (true) {
            var unread = unreadIds(user, at);
            if (unread.isEmpty()) {
                return;
            }
            var updates = mongo.bulkOps(BulkMode.UNORDERED, NotificationDocument.COLLECTION);
            unread.forEach(id -> updates.updateOne(query(unread(id)), asRead(user, id, at)));
            updates.execute();
            unread.forEach(this::wakeFor);
        }
    }

    private void wakeFor(NotificationId id) {
        outbox.wake(NotificationDocument.COLLECTION, id.toString());
    }

    private List<NotificationId> unreadIds(UserId user, Instant at) {
        var unread =
                query(
                                where("user")
                                        .is(user.toString())
                                        .and("unread")
                                        .is(true)
                                        .and("createdAt")
                                        .lte(at))
                        .limit(READ_AT_ONCE);
        unread.fields().include("_id");
        return mongo.find(unread, Document.class, NotificationDocument.COLLECTION).stream()
                .map(row -> NotificationId.of(row.getString("_id")))
                .toList();
    }

    /** Marks once: a second mark finds nothing unread. */
    private static Criteria unread(NotificationId id) {
        return where("_id").is(id.toString()).and("unread").is(true);
    }

    private Update asRead(UserId user, NotificationId id, Instant at) {
        var event = outbox.stamp(List.of(new NotificationReadV1(id, user, at)));
        return new Update()
                .set("unread", false)
                .set("readAt", at)
                .push("unsent")
                .each((Object[]) event.toArray(UnsentMessage[]::new));
    }

    private Optional<Notification> load(UserId user, NotificationId id) {
        return find(query(where("_id").is(id.toString()).and("user").is(user.toString()))).stream()
                .findFirst();
    }

    private List<Notification> find(Query query) {
        return mongo
                .find(query, NotificationDocument.class, NotificationDocument.COLLECTION)
                .stream()
                .map(NotificationDocument::notification)
                .toList();
    }
}
