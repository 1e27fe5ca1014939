package guildhall.runtime.documents;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * One document lets one instance relay at a time. Its holder renews it; when it lapses, whoever
 * comes first takes it. Should two believe to hold it, because one was stopped for longer than the
 * lease, messages are published twice, which readers bear.
 *
 * <p>The same document counts the wakes of instances that do not hold it, so that the holder learns
 * of their writes from one small read instead of a search.
 */
final class RelayLease {
    static final String COLLECTION = "relay_lease";
    private static final String ID = "documents";

    private final MongoCollection<Document> leases;
    private final String owner;
    private final Duration term;
    private final Clock clock;
    private Instant until = Instant.MIN;

    RelayLease(MongoCollection<Document> leases, String owner, Duration term, Clock clock) {
        this.leases = leases;
        this.owner = owner;
        this.term = term;
        this.clock = clock;
    }

    /** Whether this instance holds it now. Renews it when a third of the term has passed. */
    boolean isHeld() {
        var now = clock.instant();
        if (until.isAfter(now.plus(term.multipliedBy(2).dividedBy(3)))) {
            return true;
        }
        var next = now.plus(term);
        var held = take(now, next) || create(next);
        until = held ? next : Instant.MIN;
        return held;
    }

    private boolean take(Instant now, Instant next) {
        var taken =
                leases.findOneAndUpdate(
                        Filters.and(
                                Filters.eq("_id", ID),
                                Filters.or(
                                        Filters.eq("owner", owner),
                                        Filters.lt("until", Date.from(now)))),
                        Updates.combine(
                                Updates.set("owner", owner), Updates.set("until", Date.from(next))),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return taken != null;
    }

    /** The very first time. */
    private boolean create(Instant next) {
        try {
            leases.insertOne(
                    new Document("_id", ID)
                            .append("owner", owner)
                            .append("until", Date.from(next))
                            .append("wakes", 0L));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** How often instances without the lease have written. */
    long wakes() {
        var lease = leases.find(Filters.eq("_id", ID)).first();
        return lease == null ? 0 : lease.get("wakes", Number.class).longValue();
    }

    /** Tells the holder that this instance has written. */
    void wakeHolder() {
        leases.updateOne(Filters.eq("_id", ID), Updates.inc("wakes", 1L));
    }

    /** Lets another instance follow at once. */
    void giveUp() {
        until = Instant.MIN;
        leases.updateOne(
                Filters.and(Filters.eq("_id", ID), Filters.eq("owner", owner)),
                Updates.set("until", Date.from(Instant.EPOCH)));
    }
}
