package guildhall.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.testkit.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

class RedisLiveFeedTest {
    private static final int MOST = 3;

    private final TestClock clock = new TestClock();
    private final RedisLiveFeed feed = feed();
    private final UserId ada = new UserId(UUID.randomUUID());

    @BeforeEach
    void start() {
        feed.start();
    }

    @Test
    void refusesAPersonMoreConnectionsThanOneMayHave() {
        var open = List.of(connect(ada), connect(ada), connect(ada));

        var refused = connect(ada);
        var ofSomebodyElse = connect(new UserId(UUID.randomUUID()));

        await().until(refused.closed::isDone);
        assertThat(refused.closed.join()).isEqualTo(LiveEnd.TOO_MANY);
        assertThat(open).noneMatch(channel -> channel.closed.isDone());
        assertThat(ofSomebodyElse.closed).isNotDone();
    }

    @Test
    void hasRoomAgainWhenAConnectionHasEnded() {
        var first = connect(ada);
        connect(ada);
        connect(ada);

        first.broken = true;
        await().until(first.closed::isDone);

        var next = connect(ada);
        await().until(() -> next.beats.get() > 1);
        assertThat(next.closed).isNotDone();
    }

    private RecordingChannel connect(UserId user) {
        var channel = new RecordingChannel();
        var until = clock.instant().plus(Duration.ofMinutes(10));
        var subscriber = new Subscriber(user, new SessionId(UUID.randomUUID()), until);
        feed.connect(subscriber, channel, List.of());
        return channel;
    }

    private RedisLiveFeed feed() {
        var properties = new LiveProperties("live.test", Duration.ofMillis(20), 100, MOST, 10);
        var tools = new RedisLiveFeed.LiveTools(clock, Runnable::run, new SimpleMeterRegistry());
        return new RedisLiveFeed(nobodyRevoked(), properties, new JsonMapper(), tools);
    }

    private static StringRedisTemplate nobodyRevoked() {
        return new StringRedisTemplate() {
            @Override
            public Boolean hasKey(String key) {
                return false;
            }
        };
    }
}
