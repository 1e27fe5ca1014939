package guildhall.runtime.live;

import guildhall.messages.id.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Local connections, and a Redis channel that joins the instances. */
final class RedisLiveFeed implements LiveFeed, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLiveFeed.class);

    /** What identity-service leaves for whoever was not listening when a session ended. */
    private static final String REVOKED = "revoked:session:";

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int PAUSE_MILLIS = 10;

    /** What travels between the instances. */
    record Notice(List<UserId> users, LiveEvent event) {
        Notice {
            users = List.copyOf(users);
        }
    }

    private final Map<UserId, Set<OpenConnection>> connections = new ConcurrentHashMap<>();
    private final StringRedisTemplate redis;
    private final LiveProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final Executor sender;
    private final Counter lost;
    private volatile boolean running;

    RedisLiveFeed(
            StringRedisTemplate redis,
            LiveProperties properties,
            JsonMapper json,
            LiveTools tools) {
        this.redis = redis;
        this.properties = properties;
        this.json = json;
        this.clock = tools.clock();
        this.sender = tools.sender();
        lost = tools.metrics().counter("guildhall.live.lost");
        tools.metrics().gauge("guildhall.live.connections", connections, RedisLiveFeed::count);
    }

    /**
     * What the feed works with.
     *
     * @param sender has one thread, which keeps the order
     */
    record LiveTools(Clock clock, Executor sender, MeterRegistry metrics) {}

    @Override
    public void tell(Collection<UserId> users, LiveEvent event) {
        var notice = json.writeValueAsString(new Notice(List.copyOf(users), event));
        try {
            sender.execute(() -> send(notice));
        } catch (RejectedExecutionException _) {
            lost.increment();
        }
    }

    @Override
    public Connection connect(
            Subscriber subscriber, LiveChannel channel, Iterable<LiveEvent> missed) {
        var connection = new OpenConnection(subscriber, channel, properties, clock);
        if (!isAdded(connection)) {
            connection.end(LiveEnd.TOO_MANY);
        }
        if (!running) {
            connection.end(LiveEnd.RESTART);
        }
        Thread.ofVirtual().name("live-", 0).start(() -> serve(connection, missed));
        return connection;
    }

    private void serve(OpenConnection connection, Iterable<LiveEvent> missed) {
        if (isRevoked(connection.subscriber())) {
            connection.end(LiveEnd.LOG_IN_AGAIN);
        }
        connection.serve(missed, () -> remove(connection));
    }

    /** False when its person has as many as one may have. */
    private boolean isAdded(OpenConnection connection) {
        var all =
                connections.compute(
                        connection.subscriber().user(), (_, known) -> with(connection, known));
        return all.contains(connection);
    }

    private Set<OpenConnection> with(
            OpenConnection connection, @Nullable Set<OpenConnection> known) {
        var all = known == null ? ConcurrentHashMap.<OpenConnection>newKeySet() : known;
        if (all.size() < properties.connections()) {
            all.add(connection);
        }
        return all;
    }

    private void remove(OpenConnection connection) {
        connections.computeIfPresent(
                connection.subscriber().user(),
                (_, all) -> {
                    all.remove(connection);
                    return all.isEmpty() ? null : all;
                });
    }

    /** A notice of any instance, this one included. */
    void received(String notice) {
        var arrived = json.readValue(notice, Notice.class);
        for (var user : arrived.users()) {
            connections.getOrDefault(user, Set.of()).forEach(c -> c.tell(arrived.event()));
        }
    }

    /** identity-service revoked a session. */
    void revoked(String sessionId) {
        forAll(connection -> {
            if (connection.subscriber().session().toString().equals(sessionId)) {
                connection.end(LiveEnd.LOG_IN_AGAIN);
            }
        });
    }

    /** Whether the session ended before this instance could hear of it. */
    private boolean isRevoked(Subscriber subscriber) {
        try {
            return redis.hasKey(REVOKED + subscriber.session());
        } catch (DataAccessException away) {
            LOG.debug("Redis is away; the token has been verified, and it ends soon", away);
            return false;
        }
    }

    private void send(String notice) {
        try {
            redis.convertAndSend(properties.channel(), notice);
        } catch (DataAccessException away) {
            lost.increment();
            LOG.warn("A live event was lost; what it says is stored and can be read", away);
        }
    }

    private void forAll(Consumer<OpenConnection> act) {
        connections.values().forEach(all -> all.forEach(act));
    }

    private static double count(Map<UserId, Set<OpenConnection>> connections) {
        return connections.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Clients connect again, to another instance; nobody waits for streams that never end. */
    @Override
    public void stop() {
        running = false;
        forAll(connection -> connection.end(LiveEnd.RESTART));
        try {
            for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
                if (connections.isEmpty()) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server begins to wait for its requests to end. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
