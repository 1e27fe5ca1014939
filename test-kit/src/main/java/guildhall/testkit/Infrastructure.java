package guildhall.testkit;

import guildhall.testkit.engine.Engine;
import guildhall.testkit.engine.Engines;

/**
 * The four servers that services build on. Each is started when first asked for, at most once per
 * JVM, and stopped when the JVM ends. Where it comes from, first match wins:
 *
 * <ol>
 *   <li>the environment variable or system property named here, for example in continuous
 *       integration: {@code GUILDHALL_TEST_POSTGRES_URL} (a JDBC URL with a superuser's name and
 *       password), {@code GUILDHALL_TEST_KAFKA_BOOTSTRAP}, {@code GUILDHALL_TEST_MONGO_URI}, {@code
 *       GUILDHALL_TEST_REDIS_URL};
 *   <li>a container, when an engine answers within two seconds and already has the image;
 *   <li>an embedded server: the PostgreSQL and Redis binaries, a KRaft broker, mongo-java-server.
 * </ol>
 *
 * {@code GUILDHALL_TEST_CONTAINERS=false} skips the second.
 */
public enum Infrastructure {
    POSTGRES("GUILDHALL_TEST_POSTGRES_URL"),
    KAFKA("GUILDHALL_TEST_KAFKA_BOOTSTRAP"),
    MONGO("GUILDHALL_TEST_MONGO_URI"),
    REDIS("GUILDHALL_TEST_REDIS_URL");

    private final String setting;

    Infrastructure(String setting) {
        this.setting = setting;
    }

    /**
     * Starts the server if need be.
     *
     * @return a JDBC URL for a superuser, bootstrap servers, a MongoDB URI or a Redis URL
     */
    public String address() {
        return engine().address();
    }

    /** Where the server of this run came from. */
    public Engine.Source source() {
        return engine().source();
    }

    private Engine engine() {
        return switch (this) {
            case POSTGRES -> Engines.postgres(setting);
            case KAFKA -> Engines.kafka(setting);
            case MONGO -> Engines.mongo(setting);
            case REDIS -> Engines.redis(setting);
        };
    }
}
