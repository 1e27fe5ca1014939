package guildhall.runtime.consume;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.MessageCatalogue;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.consume.DeadLetters.Outcome;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.sample.SampleService;
import guildhall.runtime.sample.SampleTopics;
import guildhall.testkit.Infrastructure;
import guildhall.testkit.KafkaProbe;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a subscription promises, on whichever store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubscriptionContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String prefix = "consume-" + UUID.randomUUID() + ".";
    private EscrowId escrow = EscrowId.of(Ids.next().toString());
    private KafkaProbe probe;
    private SampleService service;

    /** Starts what the store needs. */
    abstract SampleService.Blueprint blueprint();

    final SampleService service() {
        return service;
    }

    final KafkaProbe probe() {
        return probe;
    }

    @BeforeAll
    void startService() {
        SampleTopics.create(Infrastructure.KAFKA.address(), prefix);
        probe = new KafkaProbe(Infrastructure.KAFKA.address(), prefix);
        service =
                blueprint()
                        .sharedKafka(prefix)
                        .with("guildhall.consume.retry.attempts", "3")
                        .with("guildhall.consume.retry.first-delay", "20ms")
                        .start();
    }

    @AfterAll
    void stopService() {
        service.close();
        probe.close();
    }

    @BeforeEach
    void useAnotherKey() {
        escrow = new EscrowId(Ids.next());
    }

    @Test
    void handlesAMessageOnceHoweverOftenItArrives() {
        var id = Ids.next();
        var release = release(100);

        probe.publish(id, release);
        probe.publish(id, release);
        probe.publish(release(101));

        awaitEffects(100, 101);
    }

    @Test
    void handlesInTheContextOfTheSender() {
        var id = Ids.next();

        probe.publish(id, release(1), Map.of("correlationid", "request-9", "actor", "user:3"));

        awaitEffects(1);
        assertThat(SampleReleases.causeOf(release(1)))
                .contains(new Cause("request-9", id, "user:3"));
    }

    @Test
    void skipsTypesThatItDidNotDeclare() {
        probe.publishUnknownType(ReleaseEscrowV1.class, escrow.toString());
        probe.publish(release(5));

        awaitEffects(5);
        assertThat(letters()).isEmpty();
    }

    @Test
    void triesAgainInOrderUntilItSucceeds() {
        SampleReleases.failTimes(release(1), 2);

        probe.publish(release(1));
        probe.publish(release(2));

        awaitEffects(1, 2);
        assertThat(letters()).isEmpty();
    }

    @Test
    void doesNotGiveUpWhileInfrastructureIsAway() {
        SampleReleases.loseDatabaseTimes(release(1), 6);

        probe.publish(release(1));
        probe.publish(release(2));

        awaitEffects(1, 2);
        assertThat(letters()).isEmpty();
    }

    @Test
    void parksLaterMessagesOfThePoisonedKeyAndReplaysThemInOrder() {
        var other = new EscrowId(Ids.next());
        SampleReleases.failTimes(release(1), Integer.MAX_VALUE);

        probe.publish(release(1));
        probe.publish(release(2));
        probe.publish(release(3));
        probe.publish(release(other, 4));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(letters())
                                .extracting(DeadLetter::state)
                                .containsExactly(
                                        DeadLetter.State.PARKED,
                                        DeadLetter.State.PARKED,
                                        DeadLetter.State.DEAD));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(effects(other)).containsExactly(4L));
        assertThat(effects(escrow)).isEmpty();
        var dead = letters().getLast();
        assertThat(dead.attempts()).isEqualTo(3);
        assertThat(dead.error()).extracting(DeadLetter.Failure::message).isEqualTo("poison");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(probe.records(SampleTopics.DEAD_COMMANDS))
                                .filteredOn(record -> record.key().equals(escrow.toString()))
                                .hasSize(1));

        assertThat(deadLetters().replay(dead.id()))
                .isInstanceOfSatisfying(
                        Outcome.StillBlocked.class,
                        blocked -> assertThat(blocked.failed().attempts()).isEqualTo(4));

        SampleReleases.recover(release(1));
        assertThat(deadLetters().replay(dead.id())).isEqualTo(new Outcome.Resumed(3));
        assertThat(effects(escrow)).containsExactly(1L, 2L, 3L);

        probe.publish(release(5));
        awaitEffects(1, 2, 3, 5);
    }

    @Test
    void goesOnWithoutADiscardedMessageAndForgetsItInTheEnd() {
        SampleReleases.failTimes(release(1), Integer.MAX_VALUE);
        probe.publish(release(1));
        probe.publish(release(2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).hasSize(2));
        var dead = letters().getLast();

        assertThat(deadLetters().replay(letters().getFirst().id()))
                .isEqualTo(new Outcome.NotDead(DeadLetter.State.PARKED));
        assertThat(deadLetters().discard(dead.id())).isEqualTo(new Outcome.Resumed(1));

        assertThat(effects(escrow)).containsExactly(2L);
        assertThat(letters())
                .extracting(DeadLetter::state)
                .containsExactly(DeadLetter.State.REPLAYED, DeadLetter.State.DISCARDED);
        assertThat(deadLetters().discard(dead.id()))
                .isEqualTo(new Outcome.NotDead(DeadLetter.State.DISCARDED));
        assertThat(deadLetters().replay(Ids.next())).isEqualTo(new Outcome.Unknown());

        var store = service.bean(ConsumerStore.class);
        store.forgetSettled(Duration.ofDays(1));
        assertThat(letters()).hasSize(2);
        await().atMost(PATIENCE) // Until its copy is on its way.
                .untilAsserted(() -> {
                    store.forgetSettled(Duration.ofDays(-1));
                    assertThat(letters()).isEmpty();
                });
    }

    @Test
    void handlesEachOfManyOnceAlthoughOneOfThemIsPoisonAndSomeComeTwice() {
        var keys = Stream.generate(() -> new EscrowId(Ids.next())).limit(20).toList();
        var poisoned = keys.getFirst();
        SampleReleases.failTimes(release(poisoned, 7), Integer.MAX_VALUE);

        for (long n = 1; n <= 20; n++) {
            for (var key : keys) {
                var id = Ids.next();
                probe.publish(id, release(key, n));
                if (n % 5 == 0) {
                    probe.publish(id, release(key, n));
                }
            }
        }

        var all = LongStream.rangeClosed(1, 20).boxed().toList();
        await().atMost(PATIENCE.multipliedBy(2))
                .untilAsserted(() ->
                        assertThat(keys.stream().skip(1).map(this::effects)).containsOnly(all));
        assertThat(effects(poisoned)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L));
    }

    @Test
    void commitsWhatItIsDoneWithThoughNothingFollows() {
        probe.publish(release(1));
        probe.publish(release(2));

        awaitEffects(1, 2);
        var topic = prefix + MessageCatalogue.topicOf(PaymentCommands.class);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(committed(topic, prefix + SampleReleases.CONSUMER))
                                .isEqualTo(written(topic)));
    }

    /** By partition, those that hold something. */
    private static Map<TopicPartition, Long> committed(String topic, String group)
            throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(known -> known.getKey().topic().equals(topic))
                    .collect(toMap(Map.Entry::getKey, known -> known.getValue().offset()));
        }
    }

    private static Map<TopicPartition, Long> written(String topic)
            throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            var topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
            var partitions =
                    requireNonNull(topics.get(topic)).partitions().stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Infrastructure.KAFKA.address()));
    }

    /** Publishes until more than one message was taken at once. */
    final void awaitLargerLots(IntSupplier largest) {
        var amount = new AtomicLong();
        await().atMost(PATIENCE)
                .until(() -> {
                    for (int n = 0; n < 20; n++) {
                        probe.publish(release(amount.incrementAndGet()));
                    }
                    return largest.getAsInt() > 1;
                });
    }

    /** Returns when they have been handled. */
    final void publishOneByOne(int count) {
        var amounts = LongStream.rangeClosed(1, count).toArray();
        for (var amount : amounts) {
            probe.publish(release(amount));
            LockSupport.parkNanos(MILLISECONDS.toNanos(10));
        }
        awaitEffects(amounts);
    }

    @Test
    void setsAMalformedMessageAsideAtOnce() {
        var id = probe.publishMalformed(ReleaseEscrowV1.class, escrow.toString());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).hasSize(1));

        var letter = letters().getFirst();
        assertThat(letter.messageId()).isEqualTo(id);
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.body()).isEqualTo("{\"broken\": ");
    }

    private ReleaseEscrowV1 release(long amount) {
        return release(escrow, amount);
    }

    static ReleaseEscrowV1 release(EscrowId escrow, long amount) {
        return new ReleaseEscrowV1(
                escrow, new ReleaseId(Ids.derived(escrow, amount)), Money.of(amount, "USD"));
    }

    private DeadLetters deadLetters() {
        return service.bean(DeadLetters.class);
    }

    /** Newest first. */
    private List<DeadLetter> letters() {
        return deadLetters()
                .list(
                        new DeadLetters.Query(
                                Set.of(), SampleReleases.CONSUMER, escrow.toString(), null, 10))
                .items();
    }

    private void awaitEffects(long... amounts) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(effects(escrow))
                                .containsExactly(
                                        Arrays.stream(amounts).boxed().toArray(Long[]::new)));
    }

    final List<Long> effects(EscrowId escrow) {
        return service.bean(SampleReleases.Effects.class).of(escrow);
    }
}
