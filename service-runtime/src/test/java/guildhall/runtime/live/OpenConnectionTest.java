package guildhall.runtime.live;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenConnectionTest {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final int BACKLOG = 100;

    final TestClock clock = new TestClock();
    final RecordingChannel channel = new RecordingChannel();
    final AtomicBoolean registered = new AtomicBoolean(true);
    final OpenConnection connection = connection();

    @AfterEach
    void end() {
        connection.close();
    }

    @Test
    void sendsInOrderWhatManyTell() {
        serve();

        var ids = IntStream.range(0, BACKLOG).mapToObj(Integer::toString).collect(toList());
        ids.forEach(this::tell);

        await().until(() -> channel.sent.size() == BACKLOG);
        assertThat(channel.sent).isEqualTo(ids);
    }

    @Test
    void sendsWhatWasMissedFirstAndNothingTwice() {
        tell("2");
        tell("3");

        serve(event("1"), event("2"));

        await().until(() -> channel.sent.contains("3"));
        assertThat(channel.sent).containsExactly("1", "2", "3");
    }

    @Test
    void beatsAtOnceAndWheneverItWasSilent() {
        serve();

        await().untilAsserted(() -> assertThat(channel.beats.get()).isGreaterThan(3));
        assertThat(channel.sent).isEmpty();
        assertThat(channel.closed).isNotDone();
    }

    @Test
    void endsAClientThatReadsTooSlowly() {
        var obstacle = new CountDownLatch(1);
        channel.obstacle = Optional.of(obstacle);
        serve();

        IntStream.rangeClosed(0, BACKLOG).mapToObj(Integer::toString).forEach(this::tell);
        obstacle.countDown();

        assertThat(ending()).isEqualTo(LiveEnd.TOO_SLOW);
        assertThat(channel.sent).isEmpty();
    }

    @Test
    void endsWithTheToken() {
        serve();

        clock.advance(LIFE);

        assertThat(ending()).isEqualTo(LiveEnd.LOG_IN_AGAIN);
    }

    @Test
    void endsWhenTheClientIsGone() {
        serve();

        channel.broken = true;

        assertThat(ending()).isEqualTo(LiveEnd.GONE);
    }

    @Test
    void keepsTheFirstReason() {
        connection.end(LiveEnd.LOG_IN_AGAIN);
        connection.end(LiveEnd.RESTART);

        serve();

        assertThat(ending()).isEqualTo(LiveEnd.LOG_IN_AGAIN);
    }

    @Test
    void isNoLongerRegisteredWhenItIsClosed() {
        serve();

        connection.close();

        assertThat(ending()).isEqualTo(LiveEnd.GONE);
        assertThat(registered).isFalse();
    }

    private OpenConnection connection() {
        var subscriber =
                new Subscriber(
                        new UserId(UUID.randomUUID()),
                        new SessionId(UUID.randomUUID()),
                        clock.instant().plus(LIFE));
        var limits = new LiveProperties("live.test", Duration.ofMillis(20), BACKLOG, 20, 10);
        return new OpenConnection(subscriber, channel, limits, clock);
    }

    private void serve(LiveEvent... missed) {
        Thread.ofVirtual()
                .start(() -> connection.serve(List.of(missed), () -> registered.set(false)));
    }

    private void tell(String id) {
        connection.tell(event(id));
    }

    private static LiveEvent event(String id) {
        return new LiveEvent(id, "message", "{}");
    }

    private LiveEnd ending() {
        await().until(channel.closed::isDone);
        return channel.closed.join();
    }
}
