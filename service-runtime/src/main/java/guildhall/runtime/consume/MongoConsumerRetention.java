package guildhall.runtime.consume;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Deletes what is over. */
final class MongoConsumerRetention {
    static final String SETTLED_AT = "settledAt";
    private static final String HANDLED_AT = "handledAt";
    private static final List<String> SETTLED = List.of("REPLAYED", "DISCARDED");

    /** Bodies are large. */
    private static final int LETTERS_AT_ONCE = 500;

    private final MongoCollection<Document> inbox;
    private final MongoCollection<Document> letters;
    private final Clock clock;

    MongoConsumerRetention(
            MongoCollection<Document> inbox, MongoCollection<Document> letters, Clock clock) {
        this.inbox = inbox;
        this.letters = letters;
        this.clock = clock;
        inbox.createIndex(Indexes.ascending(HANDLED_AT));
        letters.createIndex(Indexes.ascending("state", SETTLED_AT));
    }

    void forget(Duration kept) {
        var before = Clock.systemUTC().instant().minus(kept);
        inbox.deleteMany(lt(HANDLED_AT, Date.from(before)));
    }

    /** One that was settled before the time of that was noted begins its time now. */
    long forgetSettled(Duration kept) {
        var now = clock.instant();
        letters.updateMany(
                and(in("state", SETTLED), exists(SETTLED_AT, false)),
                set(SETTLED_AT, Date.from(now)));
        long deleted = 0;
        long step;
        do {
            var ids = settledBefore(Date.from(now.minus(kept)));
            step = ids.isEmpty() ? 0 : letters.deleteMany(in("_id", ids)).getDeletedCount();
            deleted += step;
        } while (step == LETTERS_AT_ONCE);
        return deleted;
    }

    /** Without those whose copy for the dead letter topic is still to be sent. */
    private List<String> settledBefore(Date before) {
        return letters.find(
                        and(
                                in("state", SETTLED),
                                lt(SETTLED_AT, before),
                                exists("unsent.0", false)))
                .projection(Projections.include("_id"))
                .limit(LETTERS_AT_ONCE)
                .map(letter -> letter.getString("_id"))
                .into(new ArrayList<>());
    }
}
