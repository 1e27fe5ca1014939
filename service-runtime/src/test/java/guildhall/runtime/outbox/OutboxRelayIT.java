package guildhall.runtime.outbox;

import static guildhall.runtime.outbox.SampleMessages.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.sample.SampleService;
import guildhall.runtime.sample.SampleTopics;
import guildhall.testkit.Infrastructure;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OutboxRelayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String prefix = "outbox-" + UUID.randomUUID() + ".";
    private final SampleMessages messages = SampleMessages.ofAFreshKey();
    private TestDatabase database;
    private KafkaProbe probe;

    @BeforeEach
    void prepare() {
        database = TestDatabase.create("sample");
        SampleTopics.create(Infrastructure.KAFKA.address(), prefix);
        probe = new KafkaProbe(Infrastructure.KAFKA.address(), prefix);
    }

    @AfterEach
    void giveBack() {
        probe.close();
        database.close();
    }

    @Test
    void publishesWhatIsCommittedInOrderWithItsEnvelope() {
        try (var service = blueprint().start()) {
            awaitActive(service);
            var causation = Ids.next();

            new Cause("request-1", causation, "user:7").run(() -> messages.commit(service, 0, 3));

            awaitPublished(0, 3);
            var arrival = probe.arrivals(ReleaseEscrowV1.class).getFirst();
            assertThat(arrival.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "payment.release-escrow.v1")
                    .containsEntry("ce_source", "/sample-service")
                    .containsEntry("ce_subject", messages.escrow().toString())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("correlationid", "request-1")
                    .containsEntry("causationid", causation.toString())
                    .containsEntry("actor", "user:7")
                    .containsKeys("ce_id", "ce_time");
        }
    }

    @Test
    void losesNothingWhenTheRelayingInstanceIsKilled() {
        var process = blueprint().startProcess();
        try {
            await().atMost(PATIENCE).until(this::hasActiveSlot);
            try (var standby = blueprint().start()) {
                for (int n = 0; n < 300; n++) {
                    messages.commit(standby, n, n + 1);
                    if (n == 150) {
                        process.destroyForcibly();
                    }
                }

                awaitPublishedAtLeastOnce(300);
                assertThat(standby.gauge("guildhall.outbox.relay.active")).isEqualTo(1);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void letsOneOfTwoInstancesRelayAndTheOtherFollow() {
        var first = blueprint().start();
        awaitActive(first);
        try (var second = blueprint().start()) {
            messages.commit(second, 0, 5);
            awaitPublished(0, 5);
            assertThat(second.gauge("guildhall.outbox.relay.active")).isEqualTo(0);

            first.close();

            messages.commit(second, 5, 10);
            awaitPublishedAtLeastOnce(10);
        }
    }

    @Test
    void publishesWhatWasWrittenBeforeALostSlotWasReplaced() {
        try (var service = blueprint().start()) {
            awaitActive(service);
            messages.commit(service, 0, 2);
            awaitPublished(0, 2);
        }
        try (var writer = blueprint().with("guildhall.outbox.relay.enabled", "false").start()) {
            messages.commit(writer, 2, 4);
        }
        dropSlot();

        try (var service = blueprint().start()) {
            awaitPublishedAtLeastOnce(4);
            messages.commit(service, 4, 5);
            awaitPublishedAtLeastOnce(5);
        }
    }

    @Test
    void letsTwoInstancesBeginAtTheSameTime() {
        try (var service = blueprint().with("guildhall.outbox.relay.enabled", "false").start()) {
            var access =
                    new RelayAccess(
                            database.url(),
                            database.user(TestDatabase.Role.RELAY),
                            database.password(TestDatabase.Role.RELAY));
            var slot = new ReplicationSlot(service.bean(JdbcTemplate.class), access);

            slot.create(); // As the other instance does, after both saw that there is none.
            slot.create();

            assertThat(slot.state()).isEqualTo(ReplicationSlot.State.FREE);
        }
    }

    @Test
    void movesItsSlotWhileOnlyOtherDatabasesAreBusy() {
        try (var service = blueprint().with("guildhall.outbox.relay.heartbeat", "200ms").start();
                var other = TestDatabase.create("sample")) {
            awaitActive(service);
            var jdbc = new JdbcTemplate(other.dataSource(TestDatabase.Role.MIGRATOR));
            jdbc.execute("create table noise as select generate_series(1, 100000) as n");
            var busyUntil = jdbc.queryForObject("select pg_current_wal_lsn()::text", String.class);

            await().atMost(PATIENCE)
                    .until(() ->
                            jdbc.queryForObject(
                                    """
                                    select confirmed_flush_lsn >= ?::pg_lsn
                                    from pg_replication_slots where database = ?
                                    """,
                                    Boolean.class,
                                    busyUntil,
                                    database.name()));
        }
    }

    @Test
    void tellsHowLongTheOldestMessageHasWaited() {
        try (var writer = blueprint().with("guildhall.outbox.relay.enabled", "false").start()) {
            messages.commit(writer, 0, 1);

            var progress = new RelayProgress(writer.bean(JdbcTemplate.class));
            await().atMost(PATIENCE)
                    .until(() -> progress.age().compareTo(Duration.ofMillis(200)) > 0);
        }
        try (var service = blueprint().start()) {
            var progress = new RelayProgress(service.bean(JdbcTemplate.class));
            await().atMost(PATIENCE).until(() -> progress.age().isZero());
        }
    }

    @Test
    void publishesRetainedMessagesAgainWithTheirIds() {
        try (var service = blueprint().start()) {
            awaitActive(service);
            messages.commit(service, 0, 3);
            awaitPublished(0, 3);
            var range =
                    new RepublishRange(
                            Instant.now().minusSeconds(60),
                            Instant.now().plusSeconds(60),
                            Set.of("payment.release-escrow.v1"));

            assertThat(service.bean(Republish.class).publish(range)).isEqualTo(3);

            assertThat(messages.published(probe)).containsExactly(0, 1, 2, 0, 1, 2);
            assertThat(
                            probe.arrivals(ReleaseEscrowV1.class).stream()
                                    .map(arrival -> arrival.id())
                                    .distinct())
                    .hasSize(3);
        }
    }

    private SampleService.Blueprint blueprint() {
        return SampleService.blueprint().on(database).sharedKafka(prefix);
    }

    private void awaitPublished(int from, int to) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(messages.published(probe))
                                .containsExactlyElementsOf(numbers(from, to)));
    }

    /** The first time that each was published, all were in order. */
    private void awaitPublishedAtLeastOnce(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(messages.published(probe).stream().distinct())
                                .containsExactlyElementsOf(numbers(0, count)));
    }

    /** Before that, a new slot's owner publishes from the table, perhaps what the log has too. */
    private static void awaitActive(SampleService service) {
        await().atMost(PATIENCE).until(() -> service.gauge("guildhall.outbox.relay.active") == 1);
    }

    private boolean hasActiveSlot() {
        return new JdbcTemplate(database.dataSource(TestDatabase.Role.RELAY))
                        .queryForList(
                                """
                                select 1 from pg_replication_slots where database = ? and active
                                """,
                                Integer.class,
                                database.name())
                        .size()
                == 1;
    }

    private void dropSlot() {
        new JdbcTemplate(database.dataSource(TestDatabase.Role.RELAY))
                .queryForList(
                        """
                        select pg_drop_replication_slot(slot_name)::text
                        from pg_replication_slots where database = ?
                        """,
                        String.class,
                        database.name());
    }
}
