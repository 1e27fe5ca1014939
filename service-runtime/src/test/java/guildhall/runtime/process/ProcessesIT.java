package guildhall.runtime.process;

import static guildhall.runtime.process.ProcessStatus.ENDED;
import static guildhall.runtime.process.ProcessStatus.RUNNING;
import static guildhall.runtime.process.ProcessStatus.STUCK;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import guildhall.runtime.message.Cause;
import guildhall.runtime.process.Errand.Signal.Asked;
import guildhall.runtime.process.Errand.Signal.Finished;
import guildhall.runtime.process.Errand.Signal.Heard;
import guildhall.runtime.process.ProcessOperations.Outcome;
import guildhall.runtime.process.ProcessOperations.Query;
import guildhall.runtime.sample.SampleService;
import guildhall.testkit.TestClock;
import guildhall.testkit.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two instances of a service on one database. */
class ProcessesIT {
    private static final TestClock CLOCK = new TestClock();
    private static final Queue<String> TOLD = new ConcurrentLinkedQueue<>();
    private static final Set<String> FAILING_ONCE = ConcurrentHashMap.newKeySet();
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static final TestDatabase DATABASE = TestDatabase.create("sample");
    private static final SampleService ONE = instance();
    private static final SampleService TWO = instance();

    private final String key = UUID.randomUUID().toString();
    private final Errands errands = ONE.bean(Errands.class);
    private final Processes processes = ONE.bean(Processes.class);
    private final ProcessOperations operations = ONE.bean(ProcessOperations.class);

    @Configuration(proxyBeanMethods = false)
    static class Trial {
        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        Errands errands() {
            return new Errands((key, what) -> {
                if (what.equals("timed out") && FAILING_ONCE.remove(key)) {
                    throw new IllegalStateException("A dependency is down");
                }
                TOLD.add(key + " " + what);
            });
        }
    }

    private static SampleService instance() {
        return SampleService.blueprint()
                .on(DATABASE)
                .with("guildhall.outbox.relay.enabled", "false")
                .with("guildhall.consume.enabled", "false")
                .with("guildhall.process.deadline-poll", "50ms")
                .with("guildhall.process.metrics-every", "100ms")
                .using(Trial.class)
                .start();
    }

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
        DATABASE.close();
    }

    @Test
    void storesEveryStepWithItsHistory() {
        var askedAt = CLOCK.instant();
        new Cause("request-1", null, "user:ann")
                .run(() -> processes.signal(errands, key, new Asked(askedAt)));
        processes.signal(errands, key, new Finished());

        var stored = operations.find("errand", key).orElseThrow();
        assertThat(stored.stateName()).isEqualTo("Done");
        assertThat(stored.status()).isEqualTo(ENDED);
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.deadline()).isNull();
        assertThat(stored.correlationId()).isEqualTo("request-1");
        assertThat(operations.history("errand", key))
                .extracting(
                        ProcessStep::seq,
                        ProcessStep::fromState,
                        ProcessStep::toState,
                        ProcessStep::actor)
                .containsExactly(
                        tuple(1L, "Unheard", "Waiting", "user:ann"),
                        tuple(2L, "Waiting", "Done", "system:sample"));
        assertThat(told()).containsExactly("asked", "done");
    }

    @Test
    void doesNotRememberAProcessThatIgnoredItsFirstSignal() {
        processes.signal(errands, key, new Finished());

        assertThat(operations.find("errand", key)).isEmpty();
    }

    @Test
    void letsTheSecondOfTwoWritersWaitAndLosesNeither() throws Exception {
        processes.signal(errands, key, new Asked(CLOCK.instant()));
        oneAfterTheOther(this::hear);

        assertThat(operations.find("errand", key).orElseThrow().state()).containsEntry("heard", 2);
        assertThat(told()).containsExactly("asked", "heard 1", "heard 2");
    }

    @Test
    void beginsAProcessOnceWhenTwoSignalItFirst() throws Exception {
        oneAfterTheOther(this::ask);

        seeItBegunOnce();
    }

    @Test
    void beginsAProcessOnceWhenTwoBeginIt() throws Exception {
        oneAfterTheOther(instance ->
                instance.bean(Processes.class)
                        .begin(instance.bean(Errands.class), key, new Asked(CLOCK.instant())));

        seeItBegunOnce();
    }

    private void seeItBegunOnce() {
        assertThat(operations.history("errand", key))
                .extracting(ProcessStep::fromState)
                .containsExactly("Unheard", "Waiting");
        assertThat(told()).containsExactly("asked");
    }

    @Test
    void takesSeveralStepsOfSeveralProcessesInOneTransaction() {
        var other = UUID.randomUUID().toString();
        processes.begin(errands, other, new Asked(CLOCK.instant()));

        ONE.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    processes.lock(errands, List.of(key, other));
                    hear(ONE, other);
                    processes.begin(errands, key, new Asked(CLOCK.instant()));
                    hear(ONE, key);
                    hear(ONE, other);
                    hear(ONE, key);
                    processes.signal(errands, key, new Finished());
                });

        assertThat(operations.history("errand", key))
                .extracting(ProcessStep::seq, ProcessStep::fromState, ProcessStep::toState)
                .containsExactly(
                        tuple(1L, "Unheard", "Waiting"),
                        tuple(2L, "Waiting", "Waiting"),
                        tuple(3L, "Waiting", "Waiting"),
                        tuple(4L, "Waiting", "Done"));
        assertThat(operations.find("errand", key).orElseThrow().status()).isEqualTo(ENDED);
        assertThat(operations.find("errand", other).orElseThrow().state())
                .containsEntry("heard", 2);
    }

    @Test
    void rollsBackWithTheTransactionAroundIt() {
        var transactions = ONE.bean(TransactionTemplate.class);

        assertThatThrownBy(() ->
                        transactions.executeWithoutResult(_ -> {
                            var asked = new Asked(CLOCK.instant());
                            processes.signal(errands, key, asked);
                            throw new IllegalStateException("Later");
                        }))
                .hasMessage("Later");

        assertThat(operations.find("errand", key)).isEmpty();
    }

    @Test
    void givesTheDeadlineSignalOnceAlthoughTwoInstancesWatch() {
        processes.signal(errands, key, new Asked(CLOCK.instant()));

        CLOCK.advance(Errand.PATIENCE.plusSeconds(1));

        await().untilAsserted(() -> assertThat(told()).containsExactly("asked", "timed out"));
        await().during(Duration.ofMillis(500))
                .until(() -> operations.history("errand", key).size() == 2);
        assertThat(operations.find("errand", key).orElseThrow().status()).isEqualTo(STUCK);
    }

    @Test
    void forgetsADeadlineThatWasOvertaken() {
        processes.signal(errands, key, new Asked(CLOCK.instant()));
        CLOCK.advance(Errand.PATIENCE.minusSeconds(1));
        hear(ONE);

        CLOCK.advance(Duration.ofMinutes(1));

        await().during(Duration.ofMillis(500))
                .until(() -> told().equals(List.of("asked", "heard 1")));
    }

    @Test
    void repeatsADeadlineThatFailed() {
        FAILING_ONCE.add(key);
        processes.signal(errands, key, new Asked(CLOCK.instant()));

        CLOCK.advance(Errand.PATIENCE.plusSeconds(1));
        await().untilAsserted(() -> {
            CLOCK.advance(Duration.ofSeconds(1)); // Past the pause, unless the other was quicker.
            assertThat(told()).containsExactly("asked", "timed out");
        });

        assertThat(FAILING_ONCE).doesNotContain(key);
        assertThat(operations.find("errand", key).orElseThrow().deadlineFailures()).isZero();
    }

    @Test
    void letsAnOperatorActOnAStuckProcessOnly() {
        processes.signal(errands, key, new Asked(CLOCK.instant()));
        assertThat(operations.act("errand", key, OperatorAct.RETRY))
                .isEqualTo(new Outcome.NotStuck(RUNNING));
        becomeStuck();

        var outcome = operations.act("errand", key, OperatorAct.SKIP);

        assertThat(outcome)
                .isEqualTo(new Outcome.Done(operations.find("errand", key).orElseThrow()));
        assertThat(told()).containsExactly("asked", "timed out", "skipped");
        assertThat(operations.act("errand", "nobody", OperatorAct.SKIP))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void listsAndCountsWhatIsStuck() {
        processes.signal(errands, key, new Asked(CLOCK.instant()));
        becomeStuck();

        var stuck = operations.list(new Query(Set.of(STUCK), "errand", CLOCK.instant(), null, 100));

        assertThat(stuck).extracting(StoredProcess::businessKey).contains(key);
        assertThat(stuck).extracting(StoredProcess::status).containsOnly(STUCK);
        await().until(() ->
                ONE.bean(MeterRegistry.class)
                                .get("guildhall.process.unfinished")
                                .tag("status", "STUCK")
                                .gauge()
                                .value()
                        >= 1);
    }

    private void becomeStuck() {
        CLOCK.advance(Errand.PATIENCE.plusSeconds(1));
        await().until(() -> operations.find("errand", key).orElseThrow().status() == STUCK);
    }

    private void ask(SampleService instance) {
        instance.bean(Processes.class)
                .signal(instance.bean(Errands.class), key, new Asked(CLOCK.instant()));
    }

    /** The second waits for the transaction of the first. */
    private void oneAfterTheOther(Consumer<SampleService> signal) throws Exception {
        var firstHasSignalled = new CountDownLatch(1);
        var firstMayCommit = new CountDownLatch(1);

        var first =
                CompletableFuture.runAsync(
                        () ->
                                ONE.bean(TransactionTemplate.class)
                                        .executeWithoutResult(_ -> {
                                            signal.accept(ONE);
                                            firstHasSignalled.countDown();
                                            waitFor(firstMayCommit);
                                        }),
                        THREADS);
        assertThat(firstHasSignalled.await(10, SECONDS)).isTrue();
        var second = CompletableFuture.runAsync(() -> signal.accept(TWO), THREADS);
        await().until(this::somebodyWaitsForALock);
        assertThat(second).isNotDone();
        firstMayCommit.countDown();
        first.get(10, SECONDS);
        second.get(10, SECONDS);
    }

    private void hear(SampleService instance) {
        hear(instance, key);
    }

    private static void hear(SampleService instance, String key) {
        instance.bean(Processes.class)
                .signal(instance.bean(Errands.class), key, new Heard(CLOCK.instant()));
    }

    private List<String> told() {
        return TOLD.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    private boolean somebodyWaitsForALock() {
        return ONE.bean(JdbcClient.class)
                        .sql(
                                """
                                select count(*) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock'
                                """)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
