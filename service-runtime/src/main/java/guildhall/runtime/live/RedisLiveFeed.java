package guildhall.runtime.live;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Local connections, and a Redis channel that joins the instances. */
final class RedisLiveFeed implements LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLiveFeed.class);

    /** What travels between the instances. */
    record Notice(List<UserId> users, LiveEvent event) {
        Notice {
            users = List.copyOf(users);
        }
    }

    private record Entry(SessionId session, LiveListener listener) {}

    private final Map<UserId, Set<Entry>> connections = new ConcurrentHashMap<>();
    private final StringRedisTemplate redis;
    private final String channel;
    private final JsonMapper json;
    private final AsyncTaskExecutor executor;
    private final Counter lost;

    RedisLiveFeed(
            StringRedisTemplate redis,
            String channel,
            JsonMapper json,
            AsyncTaskExecutor executor,
            MeterRegistry metrics) {
        this.redis = redis;
        this.channel = channel;
        this.json = json;
        this.executor = executor;
        lost = metrics.counter("guildhall.live.lost");
        metrics.gauge("guildhall.live.connections", connections, RedisLiveFeed::count);
    }

    @Override
    public void tell(Collection<UserId> users, LiveEvent event) {
        var notice = json.writeValueAsString(new Notice(List.copyOf(users), event));
        executor.execute(() -> send(notice));
    }

    @Override
    public Connection connect(UserId user, SessionId session, LiveListener listener) {
        var entry = new Entry(session, listener);
        connections.compute(
                user,
                (_, known) -> {
                    var entries = known == null ? ConcurrentHashMap.<Entry>newKeySet() : known;
                    entries.add(entry);
                    return entries;
                });
        return () ->
                connections.computeIfPresent(
                        user,
                        (_, entries) -> {
                            entries.remove(entry);
                            return entries.isEmpty() ? null : entries;
                        });
    }

    /** A notice of any instance, this one included. */
    void received(String notice) {
        var arrived = json.readValue(notice, Notice.class);
        for (var user : arrived.users()) {
            connections
                    .getOrDefault(user, Set.of())
                    .forEach(entry -> entry.listener().tell(arrived.event()));
        }
    }

    /** identity-service revoked a session. */
    void revoked(String sessionId) {
        connections.values().stream()
                .flatMap(Set::stream)
                .filter(entry -> entry.session().toString().equals(sessionId))
                .forEach(entry -> entry.listener().end());
    }

    private void send(String notice) {
        try {
            redis.convertAndSend(channel, notice);
        } catch (DataAccessException away) {
            lost.increment();
            LOG.warn("A live event was lost; what it says is stored and can be read", away);
        }
    }

    private static double count(Map<UserId, Set<Entry>> connections) {
        return connections.values().stream().mapToInt(Set::size).sum();
    }
}
