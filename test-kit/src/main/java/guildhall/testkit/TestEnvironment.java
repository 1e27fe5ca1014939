package guildhall.testkit;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static guildhall.testkit.Infrastructure.REDIS;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;

/**
 * Everything one test class has to itself: a database, a topic prefix, a MongoDB database, a Redis
 * database, and the environment variables that tell a service about them. What was not asked for
 * points at a closed port, so that no test ever reaches a developer's own stack.
 *
 * <p>Several application contexts may be started on one environment, to see instances of a service
 * share the work or take over from each other.
 */
public final class TestEnvironment implements AutoCloseable {
    /** Nothing listens here. */
    private static final String NOWHERE = "localhost:1";

    private static final AtomicInteger REDIS_DATABASE = new AtomicInteger();

    /** A server that was not started for tests may have no more than Redis' default. */
    private static final int CONFIGURED_REDIS_DATABASES = 16;

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Deque<Runnable> cleanup = new ArrayDeque<>();
    private @Nullable TestDatabase database;
    private @Nullable KafkaProbe kafka;

    private TestEnvironment() {
        properties.put("SERVER_PORT", "0");
        properties.put("POSTGRES_URL", "jdbc:postgresql://" + NOWHERE + "/none");
        properties.put("KAFKA_BOOTSTRAP", NOWHERE);
        properties.put("MONGO_URI", "mongodb://" + NOWHERE + "/none");
        properties.put("REDIS_URL", "redis://" + NOWHERE);
        properties.put("SMTP_HOST", "localhost");
        properties.put("SMTP_PORT", "1");
        properties.put("JWKS_URI", TestTokens.jwksUri());
        properties.put("TOKEN_ISSUER", TestTokens.ISSUER);
    }

    /**
     * @param service the short name, such as {@code job}
     */
    public static TestEnvironment create(String service, Infrastructure... parts) {
        var wanted = Set.of(parts);
        var environment = new TestEnvironment();
        if (wanted.contains(POSTGRES)) {
            environment.addPostgres(TestDatabase.create(service));
        }
        if (wanted.contains(KAFKA)) {
            environment.addKafka(KAFKA.address());
        }
        if (wanted.contains(MONGO)) {
            environment.addMongo(service);
        }
        if (wanted.contains(REDIS)) {
            environment.addRedis();
        }
        return environment;
    }

    /** On servers of the test's own, for those that kill and restart them. */
    public static TestEnvironment create(String service, TestPostgres postgres, TestBroker broker) {
        var environment = new TestEnvironment();
        environment.addPostgres(TestDatabase.create(service, postgres.address()));
        environment.addKafka(broker.bootstrap());
        return environment;
    }

    /** The environment variables of a service and their values here. */
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    public TestDatabase database() {
        return findDatabase()
                .orElseThrow(() -> new IllegalStateException("POSTGRES was not asked for"));
    }

    public KafkaProbe kafka() {
        return findKafka().orElseThrow(() -> new IllegalStateException("KAFKA was not asked for"));
    }

    public Optional<TestDatabase> findDatabase() {
        return Optional.ofNullable(database);
    }

    public Optional<KafkaProbe> findKafka() {
        return Optional.ofNullable(kafka);
    }

    /** Gives everything back. Close the application contexts first. */
    @Override
    public void close() {
        while (!cleanup.isEmpty()) {
            cleanup.pop().run();
        }
    }

    private void addPostgres(TestDatabase created) {
        database = created;
        properties.putAll(created.properties());
        cleanup.push(created::close);
    }

    private void addKafka(String bootstrap) {
        var prefix = "t" + Unique.suffix() + "-";
        var topics = TestTopics.create(bootstrap, prefix);
        var probe = new KafkaProbe(bootstrap, prefix);
        kafka = probe;
        properties.put("KAFKA_BOOTSTRAP", bootstrap);
        properties.put("TOPIC_PREFIX", prefix);
        cleanup.push(topics::delete);
        cleanup.push(probe::close);
    }

    private void addMongo(String service) {
        var server = MONGO.address();
        var name = service + "_" + Unique.suffix();
        properties.put("MONGO_URI", withPath(server, name));
        cleanup.push(() -> {
            try (var client = MongoClients.create(server)) {
                client.getDatabase(name).drop();
            }
        });
    }

    private void addRedis() {
        var number = REDIS_DATABASE.getAndIncrement();
        var address =
                switch (REDIS.source()) {
                    case CONFIGURED ->
                            withPath(
                                    REDIS.address(),
                                    String.valueOf(number % CONFIGURED_REDIS_DATABASES));
                    case CONTAINER, EMBEDDED -> withPath(REDIS.address(), String.valueOf(number));
                };
        flush(address);
        properties.put("REDIS_URL", address);
        cleanup.push(() -> flush(address));
    }

    private static void flush(String redisAddress) {
        try (var redis = new Jedis(URI.create(redisAddress))) {
            redis.flushDB();
        }
    }

    private static String withPath(String address, String path) {
        var query = address.indexOf('?');
        var server = query < 0 ? address : address.substring(0, query);
        var afterScheme = server.indexOf("://") + "://".length();
        var slash = server.indexOf('/', afterScheme);
        var authority = slash < 0 ? server : server.substring(0, slash);
        return authority + "/" + path + (query < 0 ? "" : address.substring(query));
    }
}
