package guildhall.runtime.consume;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import guildhall.runtime.documents.NewDocuments;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * On MongoDB, where nothing spans two documents: each step is ordered so that a crash after it
 * leaves something that the redelivery, or the operator's next try, completes. Effects are
 * idempotent by themselves, so the inbox only saves work.
 */
final class MongoConsumerStore implements ConsumerStore {
    static final String DEAD_LETTERS = "dead_letter";
    private static final String INBOX = "inbox";
    private static final List<String> WAITING = List.of("DEAD", "PARKED");

    private final MongoCollection<Document> inbox;
    private final MongoCollection<Document> letters;
    private final KeyLocks locks;
    private final Clock clock;
    private final MongoDeadLetterQueries queries;
    private final MongoConsumerRetention retention;

    MongoConsumerStore(MongoDatabase database, Clock clock) {
        this.inbox = database.getCollection(INBOX);
        this.letters = database.getCollection(DEAD_LETTERS);
        this.locks = new KeyLocks(database.getCollection("dead_letter_lock"), Clock.systemUTC());
        this.clock = clock;
        this.queries = new MongoDeadLetterQueries(letters);
        this.retention = new MongoConsumerRetention(inbox, letters, clock);
        letters.createIndex(
                Indexes.ascending("consumer", "messageId"), new IndexOptions().unique(true));
        letters.createIndex(Indexes.ascending("consumer", "key", "state", "position"));
    }

    @Override
    public Result handle(String consumer, Delivery delivery, Runnable work) {
        if (isHandled(consumer, delivery)) {
            return Result.DUPLICATE;
        }
        if (isBlocked(consumer, delivery.key()) && isParked(consumer, delivery)) {
            remember(consumer, delivery);
            return Result.PARKED;
        }
        work.run();
        remember(consumer, delivery);
        return Result.HANDLED;
    }

    @Override
    public Set<String> blocked(String consumer, Set<String> keys) {
        var named = keys.stream().filter(key -> !key.isEmpty()).toList();
        return letters.find(and(eq("consumer", consumer), in("key", named), in("state", WAITING)))
                .projection(Projections.include("key"))
                .map(letter -> letter.getString("key"))
                .into(new HashSet<>());
    }

    /** Effects that were there before the work threw remain, and are there again later. */
    @Override
    public List<Result> handleTogether(
            String consumer, List<Delivery> deliveries, Consumer<List<Delivery>> work) {
        var ids = deliveries.stream().map(delivery -> inboxId(consumer, delivery)).toList();
        var handled =
                inbox.find(in("_id", ids)).map(row -> row.getString("_id")).into(new HashSet<>());
        var results = new ArrayList<Result>();
        var fresh = new ArrayList<Delivery>();
        for (var delivery : deliveries) { // The second of two equal ones is not fresh.
            if (handled.add(inboxId(consumer, delivery))) {
                fresh.add(delivery);
                results.add(Result.HANDLED);
            } else {
                results.add(Result.DUPLICATE);
            }
        }
        if (!fresh.isEmpty()) {
            work.accept(fresh);
            var rows = fresh.stream().map(delivery -> inboxRow(consumer, delivery)).toList();
            NewDocuments.insert(inbox, rows);
        }
        return results;
    }

    private boolean isParked(String consumer, Delivery delivery) {
        return locks.holding(
                consumer,
                delivery.key(),
                () -> {
                    var blocked = isBlocked(consumer, delivery.key());
                    if (blocked) { // Otherwise a replay has ended meanwhile.
                        insert(consumer, delivery, DeadLetter.State.PARKED, null, 0);
                    }
                    return blocked;
                });
    }

    private boolean isHandled(String consumer, Delivery delivery) {
        return inbox.find(eq("_id", inboxId(consumer, delivery))).first() != null;
    }

    private void remember(String consumer, Delivery delivery) {
        NewDocuments.insert(inbox, List.of(inboxRow(consumer, delivery)));
    }

    private static Document inboxRow(String consumer, Delivery delivery) {
        return new Document("_id", inboxId(consumer, delivery))
                .append("handledAt", Date.from(Clock.systemUTC().instant()));
    }

    private static String inboxId(String consumer, Delivery delivery) {
        return consumer + "/" + delivery.messageId();
    }

    private boolean isBlocked(String consumer, String key) {
        return !key.isEmpty() && letters.find(waitingOf(consumer, key)).first() != null;
    }

    private static Bson waitingOf(String consumer, String key) {
        return and(eq("consumer", consumer), eq("key", key), in("state", WAITING));
    }

    @Override
    public void bury(String consumer, Delivery delivery, DeadLetter.Failure failure, int attempts) {
        if (isHandled(consumer, delivery)) {
            return;
        }
        locks.holding(
                consumer,
                delivery.key(),
                () -> {
                    var state =
                            isBlocked(consumer, delivery.key())
                                    ? DeadLetter.State.PARKED
                                    : DeadLetter.State.DEAD;
                    return insert(consumer, delivery, state, failure, attempts);
                });
        remember(consumer, delivery);
    }

    private boolean insert(
            String consumer,
            Delivery delivery,
            DeadLetter.State state,
            DeadLetter.@Nullable Failure failure,
            int attempts) {
        var letter =
                LetterDocuments.of(consumer, delivery, state, failure, clock.instant())
                        .append("attempts", attempts)
                        .append("position", nextPosition(consumer, delivery.key()));
        return NewDocuments.insert(letters, List.of(letter)).isEmpty();
    }

    /** Under the lock of the key, so nobody else takes the same one. */
    private long nextPosition(String consumer, String key) {
        var last =
                letters.find(and(eq("consumer", consumer), eq("key", key)))
                        .sort(Sorts.descending("position"))
                        .first();
        return last == null ? 0 : last.get("position", Number.class).longValue() + 1;
    }

    @Override
    public boolean settle(DeadLetter letter, DeadLetter.State outcome, Runnable work) {
        return locks.holding(
                letter.consumer(),
                letter.key(),
                () -> {
                    if (!isDead(letter)) {
                        return false;
                    }
                    work.run();
                    // The next one first: after a crash in between, both can still be replayed.
                    promoteNext(letter);
                    letters.updateOne(
                            eq("_id", letter.id().toString()),
                            combine(
                                    set("state", outcome.name()),
                                    set(
                                            MongoConsumerRetention.SETTLED_AT,
                                            Date.from(clock.instant())),
                                    inc("attempts", outcome == DeadLetter.State.REPLAYED ? 1 : 0)));
                    return true;
                });
    }

    private boolean isDead(DeadLetter letter) {
        return letters.find(and(eq("_id", letter.id().toString()), eq("state", "DEAD"))).first()
                != null;
    }

    private void promoteNext(DeadLetter settled) {
        if (settled.key().isEmpty()) {
            return;
        }
        letters
                .find(waitingOf(settled.consumer(), settled.key()))
                .sort(Sorts.ascending("position"))
                .map(next -> next.getString("_id"))
                .into(new ArrayList<>())
                .stream()
                .filter(id -> !id.equals(settled.id().toString()))
                .findFirst()
                .ifPresent(id -> letters.updateOne(eq("_id", id), set("state", "DEAD")));
    }

    @Override
    public void failedAgain(DeadLetter letter, DeadLetter.Failure failure) {
        letters.updateOne(
                and(eq("_id", letter.id().toString()), eq("state", "DEAD")),
                combine(inc("attempts", 1), set("error", LetterDocuments.error(failure))));
    }

    @Override
    public DeadLetters.Slice list(DeadLetters.Query query) {
        return queries.list(query);
    }

    @Override
    public Optional<DeadLetter> find(UUID id) {
        return queries.find(id);
    }

    @Override
    public Optional<DeadLetter> blocking(String consumer, String key) {
        return queries.blocking(consumer, key);
    }

    @Override
    public Map<DeadLetter.State, Long> waiting() {
        return Map.of(
                DeadLetter.State.DEAD, letters.countDocuments(eq("state", "DEAD")),
                DeadLetter.State.PARKED, letters.countDocuments(eq("state", "PARKED")));
    }

    /** Keyed letters only; a letter without a key blocks nothing. */
    @Override
    public long blockedKeys() {
        var keys = new HashSet<String>();
        var dead =
                letters.find(eq("state", "DEAD"))
                        .projection(Projections.include("consumer", "key"));
        for (var letter : dead) {
            if (!letter.getString("key").isEmpty()) {
                keys.add(letter.getString("consumer") + "/" + letter.getString("key"));
            }
        }
        return keys.size();
    }

    @Override
    public void forget(Duration kept) {
        retention.forget(kept);
    }

    @Override
    public long forgetSettled(Duration kept) {
        return retention.forgetSettled(kept);
    }
}
