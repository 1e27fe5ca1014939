package guildhall.runtime.consume;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * On MongoDB: lets one thread at a time park or settle the letters of a key. A lock whose holder
 * died can be taken after a while.
 */
final class KeyLocks {
    private static final Duration TERM = Duration.ofMinutes(1);

    private final MongoCollection<Document> locks;
    private final Clock clock;

    KeyLocks(MongoCollection<Document> locks, Clock clock) {
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * @throws KeyInUseException when somebody else holds it; the caller tries again later
     */
    <T> T holding(String consumer, String key, Supplier<T> work) {
        var id = consumer + "/" + key;
        var holder = Ids.next().toString();
        locks.deleteOne(
                Filters.and(
                        Filters.eq("_id", id), Filters.lt("until", Date.from(clock.instant()))));
        try {
            locks.insertOne(
                    new Document("_id", id)
                            .append("holder", holder)
                            .append("until", Date.from(clock.instant().plus(TERM))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new KeyInUseException(consumer, key);
            }
            throw e;
        }
        try {
            return work.get();
        } finally {
            locks.deleteOne(Filters.and(Filters.eq("_id", id), Filters.eq("holder", holder)));
        }
    }
}
