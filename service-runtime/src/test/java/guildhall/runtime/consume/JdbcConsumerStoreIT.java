package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import guildhall.runtime.consume.ConsumerStore.Result;
import guildhall.runtime.id.Ids;
import guildhall.runtime.sample.SampleService;
import guildhall.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two writers at once, which a single Kafka consumer never shows. */
class JdbcConsumerStoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CONSUMER = "sample";
    private static final DeadLetter.Failure FAILURE = new DeadLetter.Failure("E", "poison", "at …");

    private static TestDatabase database;
    private static SampleService service;
    private static ConsumerStore store;

    private final String key = Ids.next().toString();
    private final AtomicInteger effects = new AtomicInteger();

    @BeforeAll
    static void prepare() {
        database = TestDatabase.create("sample");
        service =
                SampleService.blueprint()
                        .on(database)
                        .with("guildhall.outbox.relay.enabled", "false")
                        .start();
        store = service.bean(ConsumerStore.class);
    }

    @AfterAll
    static void giveBack() {
        service.close();
        database.close();
    }

    @Test
    void letsOneOfTwoSimultaneousDeliveriesThrough() throws InterruptedException {
        var delivery = delivery(1);
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    CompletableFuture.supplyAsync(
                            () -> store.handle(CONSUMER, delivery, () -> effect(begun, finish)),
                            threads);
            begun.await();
            var second =
                    CompletableFuture.supplyAsync(
                            () -> store.handle(CONSUMER, delivery, effects::incrementAndGet),
                            threads);
            finish.countDown();

            assertThat(Set.of(first.join(), second.join()))
                    .containsExactlyInAnyOrder(Result.HANDLED, Result.DUPLICATE);
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void forgetsADeliveryWhoseWorkFailed() {
        var delivery = delivery(1);

        assertThatThrownBy(() -> store.handle(CONSUMER, delivery, JdbcConsumerStoreIT::fail))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.handle(CONSUMER, delivery, effects::incrementAndGet))
                .isEqualTo(Result.HANDLED);
    }

    @Test
    void leavesNothingParkedBehindAReplayThatIsEnding() throws InterruptedException {
        store.bury(CONSUMER, delivery(1), FAILURE, 8);
        var dead = store.blocking(CONSUMER, key).orElseThrow();
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replay =
                    CompletableFuture.supplyAsync(
                            () ->
                                    store.settle(
                                            dead,
                                            DeadLetter.State.REPLAYED,
                                            () -> effect(begun, finish)),
                            threads);
            begun.await();
            var next =
                    CompletableFuture.supplyAsync(
                            () -> store.handle(CONSUMER, delivery(2), effects::incrementAndGet),
                            threads);
            awaitSomebodyWaitingForALock();
            finish.countDown();

            assertThat(replay.join()).isTrue();
            assertThat(next.join()).isEqualTo(Result.HANDLED);
        }
        assertThat(effects).hasValue(2);
    }

    @Test
    void settlesALetterOnce() {
        store.bury(CONSUMER, delivery(1), FAILURE, 8);
        var dead = store.blocking(CONSUMER, key).orElseThrow();

        assertThat(store.settle(dead, DeadLetter.State.REPLAYED, effects::incrementAndGet))
                .isTrue();
        assertThat(store.settle(dead, DeadLetter.State.REPLAYED, effects::incrementAndGet))
                .isFalse();
        assertThat(effects).hasValue(1);
    }

    @Test
    void makesTheNextLetterDeadInTheStepThatSettlesTheOneBefore() {
        store.bury(CONSUMER, delivery(1), FAILURE, 8);
        store.handle(CONSUMER, delivery(2), effects::incrementAndGet);
        store.handle(CONSUMER, delivery(3), effects::incrementAndGet);

        var dead = store.blocking(CONSUMER, key).orElseThrow();
        store.settle(dead, DeadLetter.State.DISCARDED, () -> {});

        assertThat(letters())
                .extracting(DeadLetter::offset, DeadLetter::state)
                .containsExactly(
                        tuple(3L, DeadLetter.State.PARKED),
                        tuple(2L, DeadLetter.State.DEAD),
                        tuple(1L, DeadLetter.State.DISCARDED));
        assertThat(effects).hasValue(0);
    }

    @Test
    void pagesThroughLetters() {
        for (int offset = 1; offset <= 3; offset++) {
            store.bury(CONSUMER, delivery(offset), FAILURE, 8);
        }

        var first = store.list(query(2, null));
        var second = store.list(query(2, first.next()));

        assertThat(first.items()).extracting(DeadLetter::offset).containsExactly(3L, 2L);
        assertThat(second.items()).extracting(DeadLetter::offset).containsExactly(1L);
        assertThat(second.next()).isNull();
    }

    @Test
    void remembersDeliveriesForTheRetention() {
        var delivery = delivery(1);
        store.handle(CONSUMER, delivery, effects::incrementAndGet);

        store.forget(Duration.ofDays(1));
        assertThat(store.handle(CONSUMER, delivery, effects::incrementAndGet))
                .isEqualTo(Result.DUPLICATE);

        store.forget(Duration.ofDays(-1));
        assertThat(store.handle(CONSUMER, delivery, effects::incrementAndGet))
                .isEqualTo(Result.HANDLED);
    }

    @Test
    void keepsSettledLettersForTheRetentionAndWaitingOnesForEver() {
        store.bury(CONSUMER, delivery(1), FAILURE, 8);
        store.handle(CONSUMER, delivery(2), effects::incrementAndGet);
        store.handle(CONSUMER, delivery(3), effects::incrementAndGet);
        store.settle(
                store.blocking(CONSUMER, key).orElseThrow(), DeadLetter.State.DISCARDED, () -> {});

        store.forgetSettled(Duration.ofDays(1));
        assertThat(letters()).extracting(DeadLetter::offset).containsExactly(3L, 2L, 1L);

        assertThat(store.forgetSettled(Duration.ofDays(-1))).isPositive();
        assertThat(letters())
                .extracting(DeadLetter::offset, DeadLetter::state)
                .containsExactly(
                        tuple(3L, DeadLetter.State.PARKED), tuple(2L, DeadLetter.State.DEAD));
    }

    @Test
    void deletesMoreThanOneStepOfThem() {
        var jdbc = service.bean(JdbcTemplate.class);
        store.bury(CONSUMER, delivery(1), FAILURE, 8);
        store.settle(
                store.blocking(CONSUMER, key).orElseThrow(), DeadLetter.State.REPLAYED, () -> {});
        jdbc.update(
                """
                insert into dead_letter (
                    id, consumer, message_id, topic, partition, record_offset, key, type, headers,
                    body, at, state, attempts, settled_at)
                select
                    gen_random_uuid(), consumer, gen_random_uuid(), topic, partition, record_offset,
                    key, type, headers, body, at, state, attempts, settled_at
                from dead_letter, generate_series(1, 1000)
                where key = ?
                """,
                key);

        assertThat(store.forgetSettled(Duration.ofDays(-1))).isGreaterThan(1_000);
        assertThat(letters()).isEmpty();
    }

    private static void fail() {
        throw new IllegalStateException("poison");
    }

    private void effect(CountDownLatch begun, CountDownLatch finish) {
        effects.incrementAndGet();
        begun.countDown();
        try {
            assertThat(finish.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitSomebodyWaitingForALock() {
        var jdbc = service.bean(JdbcTemplate.class);
        await().atMost(PATIENCE)
                .until(() ->
                        Boolean.TRUE.equals(
                                jdbc.queryForObject(
                                        """
                                        select exists (
                                            select from pg_locks
                                            where locktype = 'advisory' and not granted)
                                        """,
                                        Boolean.class)));
    }

    private List<DeadLetter> letters() {
        return store.list(query(10, null)).items();
    }

    private DeadLetters.Query query(int limit, @Nullable UUID after) {
        return new DeadLetters.Query(Set.of(), CONSUMER, key, after, limit);
    }

    private Delivery delivery(long offset) {
        return new Delivery(
                Ids.derived(key, offset),
                "payment.commands",
                0,
                offset,
                key,
                "payment.release-escrow.v1",
                Instant.EPOCH,
                Map.of(),
                "{}");
    }
}
