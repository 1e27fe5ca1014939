package guildhall.runtime.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import guildhall.runtime.message.Cause;
import guildhall.runtime.sample.SampleService;
import guildhall.testkit.TestClock;
import guildhall.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Two instances of a service on one database. */
class TimersIT {
    private static final TestClock CLOCK = new TestClock();
    private static final Queue<String> FIRED = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger FAILURES_TO_COME = new AtomicInteger();
    private static final String BELL = "bell";
    private static final String REPEATING = "repeating";

    private static final TestDatabase DATABASE = TestDatabase.create("sample");
    private static final SampleService ONE = instance();
    private static final SampleService TWO = instance();

    private final String key = UUID.randomUUID().toString();
    private final Timers timers = ONE.bean(Timers.class);

    /** What a handler does, without the two lines that every handler needs. */
    private record Handler(String name, java.util.function.Consumer<String> work)
            implements TimerHandler {
        @Override
        public void fire(String key) {
            work.accept(key);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Trial {
        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        TimerHandler bell() {
            return new Handler(
                    BELL,
                    key -> {
                        if (FAILURES_TO_COME.getAndDecrement() > 0) {
                            throw new IllegalStateException("A dependency is down");
                        }
                        var cause = Cause.current().map(Cause::correlationId).orElseThrow();
                        FIRED.add(key + " " + cause);
                    });
        }

        @Bean
        TimerHandler repeating(Timers timers) {
            return new Handler(
                    REPEATING,
                    key -> {
                        FIRED.add(key + " again");
                        timers.schedule(REPEATING, key, CLOCK.instant().plusSeconds(60));
                    });
        }
    }

    private static SampleService instance() {
        return SampleService.blueprint()
                .on(DATABASE)
                .with("guildhall.outbox.relay.enabled", "false")
                .with("guildhall.consume.enabled", "false")
                .with("guildhall.timer.poll", "50ms")
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
    void firesOnceAlthoughTwoInstancesLook() {
        new Cause("request-7", null, "user:ann").run(() -> schedule(BELL, inSeconds(60)));

        CLOCK.advance(Duration.ofSeconds(61));

        await().untilAsserted(() -> assertThat(fired()).containsExactly("request-7"));
        await().during(Duration.ofMillis(500)).until(() -> fired().size() == 1);
    }

    @Test
    void firesAtTheTimeItWasMovedTo() {
        schedule(BELL, inSeconds(60));
        schedule(BELL, inSeconds(600));

        CLOCK.advance(Duration.ofSeconds(61));
        await().during(Duration.ofMillis(400)).until(() -> fired().isEmpty());
        CLOCK.advance(Duration.ofMinutes(10));

        await().until(() -> fired().size() == 1);
    }

    @Test
    void doesNotFireWhenCancelled() {
        schedule(BELL, inSeconds(60));
        timers.cancel(BELL, key);
        timers.cancel(BELL, "never set");

        CLOCK.advance(Duration.ofSeconds(61));

        await().during(Duration.ofMillis(400)).until(() -> fired().isEmpty());
    }

    @Test
    void isNotSetWhenItsTransactionRollsBack() {
        ONE.bean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> {
                    schedule(BELL, inSeconds(60));
                    transaction.setRollbackOnly();
                });

        CLOCK.advance(Duration.ofSeconds(61));

        await().during(Duration.ofMillis(400)).until(() -> fired().isEmpty());
    }

    @Test
    void firesAgainAfterAFailure() {
        FAILURES_TO_COME.set(1);
        schedule(BELL, inSeconds(60));

        CLOCK.advance(Duration.ofSeconds(61));
        await().until(() -> FAILURES_TO_COME.get() <= 0);
        assertThat(fired()).isEmpty();

        await().until(() -> {
            CLOCK.advance(Duration.ofSeconds(2));
            return fired().size() == 1;
        });
    }

    @Test
    void mayBeSetAgainByItsOwnHandler() {
        schedule(REPEATING, inSeconds(60));

        CLOCK.advance(Duration.ofSeconds(61));
        await().until(() -> fired().size() == 1);
        CLOCK.advance(Duration.ofSeconds(61));

        await().until(() -> fired().size() == 2);
        timers.cancel(REPEATING, key);
    }

    @Test
    void refusesATimerThatNobodyHandles() {
        assertThatThrownBy(() -> schedule("unheard-of", inSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void schedule(String name, Instant at) {
        timers.schedule(name, key, at);
    }

    private static Instant inSeconds(long seconds) {
        return CLOCK.instant().plusSeconds(seconds);
    }

    private List<String> fired() {
        return FIRED.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
