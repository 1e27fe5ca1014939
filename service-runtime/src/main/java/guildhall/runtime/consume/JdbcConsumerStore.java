package guildhall.runtime.consume;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.runtime.id.Ids;
import guildhall.runtime.message.MessageJson;
import guildhall.runtime.outbox.StampedOutbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** On PostgreSQL: the inbox row, the effect and the messages that follow are one transaction. */
final class JdbcConsumerStore implements ConsumerStore {
    private static final String BLOCKING =
            "consumer = :consumer and key = :key and state in ('DEAD', 'PARKED')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final StampedOutbox outbox;
    private final Clock clock;
    private final JdbcDeadLetterQueries queries;
    private final JdbcConsumerRetention retention;

    JdbcConsumerStore(
            JdbcClient jdbc, TransactionTemplate transactions, StampedOutbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.queries = new JdbcDeadLetterQueries(jdbc);
        this.retention = new JdbcConsumerRetention(jdbc, clock);
    }

    @Override
    public Result handle(String consumer, Delivery delivery, Runnable work) {
        return transactions.execute(_ -> handleInTransaction(consumer, delivery, work));
    }

    private Result handleInTransaction(String consumer, Delivery delivery, Runnable work) {
        var arrival = arrive(consumer, delivery);
        if (!arrival.fresh()) {
            return Result.DUPLICATE;
        }
        if (arrival.blocked()) {
            lock(consumer, delivery.key());
            if (isBlocked(consumer, delivery.key())) { // A replay may have ended meanwhile.
                insert(consumer, delivery, DeadLetter.State.PARKED, null, 0);
                return Result.PARKED;
            }
        }
        work.run();
        return Result.HANDLED;
    }

    @Override
    public Set<String> blocked(String consumer, Set<String> keys) {
        return jdbc.sql(
                        """
                        select distinct key from dead_letter
                        where consumer = :consumer and key = any(:keys) and key <> ''
                            and state in ('DEAD', 'PARKED')
                        """)
                .param("consumer", consumer)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    @Override
    public List<Result> handleTogether(
            String consumer, List<Delivery> deliveries, Consumer<List<Delivery>> work) {
        return requireNonNull(
                transactions.execute(_ -> handleInTransaction(consumer, deliveries, work)));
    }

    private List<Result> handleInTransaction(
            String consumer, List<Delivery> deliveries, Consumer<List<Delivery>> work) {
        var fresh = arriveTogether(consumer, deliveries);
        var results = new ArrayList<Result>();
        var handled = new ArrayList<Delivery>();
        for (var delivery : deliveries) {
            if (fresh.remove(delivery.messageId())) { // The second of two equal ones is not fresh.
                handled.add(delivery);
                results.add(Result.HANDLED);
            } else {
                results.add(Result.DUPLICATE);
            }
        }
        if (!handled.isEmpty()) {
            work.accept(handled);
        }
        return results;
    }

    private Set<UUID> arriveTogether(String consumer, List<Delivery> deliveries) {
        return jdbc.sql(
                        """
                        insert into inbox (consumer, message_id)
                        select :consumer, message from unnest(:messages::uuid[]) as message
                        on conflict do nothing
                        returning message_id
                        """)
                .param("consumer", consumer)
                .param("messages", texts(deliveries, delivery -> delivery.messageId().toString()))
                .query(UUID.class)
                .set();
    }

    private record Arrival(boolean fresh, boolean blocked) {}

    private Arrival arrive(String consumer, Delivery delivery) {
        return jdbc.sql(
                        """
                        with arrived as (
                            insert into inbox (consumer, message_id)
                            values (:consumer, :message)
                            on conflict do nothing
                            returning 1)
                        select exists (select from arrived) as fresh,
                               exists (select from dead_letter
                                       where key <> '' and %s) as blocked
                        """
                                .formatted(BLOCKING))
                .param("consumer", consumer)
                .param("message", delivery.messageId())
                .param("key", delivery.key())
                .query((row, _) -> new Arrival(row.getBoolean("fresh"), row.getBoolean("blocked")))
                .single();
    }

    /** Until the transaction ends, nobody else parks or settles letters of this key. */
    private void lock(String consumer, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "dead_letter/" + consumer + "/" + key)
                .query(_ -> {});
    }

    private boolean isBlocked(String consumer, String key) {
        return jdbc.sql(
                        "select exists (select from dead_letter where key <> '' and %s)"
                                .formatted(BLOCKING))
                .param("consumer", consumer)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void bury(String consumer, Delivery delivery, DeadLetter.Failure failure, int attempts) {
        transactions.executeWithoutResult(_ -> {
            if (!arrive(consumer, delivery).fresh()) {
                return; // Another instance dealt with it after a rebalance.
            }
            lock(consumer, delivery.key());
            var state =
                    isBlocked(consumer, delivery.key())
                            ? DeadLetter.State.PARKED
                            : DeadLetter.State.DEAD;
            insert(consumer, delivery, state, failure, attempts);
            outbox.add(DeadLetterCopy.of(consumer, delivery, failure, clock.instant()));
        });
    }

    private void insert(
            String consumer,
            Delivery delivery,
            DeadLetter.State state,
            DeadLetter.@Nullable Failure failure,
            int attempts) {
        jdbc.sql(
                        """
                        insert into dead_letter (
                            id, consumer, message_id, topic, partition, record_offset, key, type,
                            headers, body, error_class, error_message, error_stack, at, state,
                            attempts)
                        values (
                            :id, :consumer, :message, :topic, :partition, :offset, :key, :type,
                            :headers, :body, :errorClass, :errorMessage, :errorStack, :at, :state,
                            :attempts)
                        on conflict (consumer, message_id) do nothing
                        """)
                .param("id", Ids.next())
                .param("consumer", consumer)
                .param("message", delivery.messageId())
                .param("topic", delivery.topic())
                .param("partition", delivery.partition())
                .param("offset", delivery.offset())
                .param("key", delivery.key())
                .param("type", delivery.type())
                .param("headers", MessageJson.writeHeaders(delivery.headers()))
                .param("body", delivery.body())
                .param("errorClass", failure == null ? null : failure.errorClass())
                .param("errorMessage", failure == null ? null : failure.message())
                .param("errorStack", failure == null ? null : failure.stack())
                .param("at", utc(clock.instant()))
                .param("state", state.name())
                .param("attempts", attempts)
                .update();
    }

    @Override
    public boolean settle(DeadLetter letter, DeadLetter.State outcome, Runnable work) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    lock(letter.consumer(), letter.key());
                    int settled = settle(letter.id(), outcome);
                    if (settled == 1) {
                        work.run();
                        promoteNext(letter.consumer(), letter.key());
                    }
                    return settled == 1;
                }));
    }

    private int settle(UUID id, DeadLetter.State outcome) {
        int attempt = outcome == DeadLetter.State.REPLAYED ? 1 : 0;
        return jdbc.sql(
                        """
                        update dead_letter
                        set state = :outcome, attempts = attempts + :attempt, settled_at = :now
                        where id = :id and state = 'DEAD'
                        """)
                .param("outcome", outcome.name())
                .param("now", utc(clock.instant()))
                .param("attempt", attempt)
                .param("id", id)
                .update();
    }

    private void promoteNext(String consumer, String key) {
        jdbc.sql(
                        """
                        update dead_letter set state = 'DEAD'
                        where id = (
                            select id from dead_letter
                            where key <> '' and %s
                            order by position limit 1)
                        """
                                .formatted(BLOCKING))
                .param("consumer", consumer)
                .param("key", key)
                .update();
    }

    @Override
    public void failedAgain(DeadLetter letter, DeadLetter.Failure failure) {
        jdbc.sql(
                        """
                        update dead_letter
                        set attempts = attempts + 1, error_class = :errorClass,
                            error_message = :errorMessage, error_stack = :errorStack
                        where id = :id and state = 'DEAD'
                        """)
                .param("errorClass", failure.errorClass())
                .param("errorMessage", failure.message())
                .param("errorStack", failure.stack())
                .param("id", letter.id())
                .update();
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
        var counts = new EnumMap<DeadLetter.State, Long>(DeadLetter.State.class);
        jdbc.sql(
                        """
                        select state, count(*) from dead_letter
                        where state in ('DEAD', 'PARKED') group by state
                        """)
                .query(row -> {
                    counts.put(DeadLetter.State.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    @Override
    public long blockedKeys() {
        return jdbc.sql(
                        """
                        select count(distinct (consumer, key)) from dead_letter
                        where state in ('DEAD', 'PARKED') and key <> ''
                        """)
                .query(Long.class)
                .single();
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
