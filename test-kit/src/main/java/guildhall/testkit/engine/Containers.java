package guildhall.testkit.engine;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Servers in containers, when an engine answers and has the image: nothing is pulled, because a
 * test run should not wait for a download that the embedded servers make unnecessary. Whatever goes
 * wrong here only means that the embedded server is used.
 */
final class Containers {
    static final String POSTGRES_IMAGE = "postgres:18";
    static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
    static final String MONGO_IMAGE = "mongo:8";
    static final String REDIS_IMAGE = "redis:8";

    private static final Logger LOG = LoggerFactory.getLogger(Containers.class);
    private static final int REDIS_PORT = 6379;

    static Optional<Engine> tryStart(String image, Supplier<Engine> container) {
        if (!ContainerEngine.answers() || !isPresent(image)) {
            return Optional.empty();
        }
        try {
            return Optional.of(container.get());
        } catch (RuntimeException failed) {
            LOG.warn("{} does not start, so the embedded server is used", image, failed);
            return Optional.empty();
        }
    }

    static Engine postgres() {
        var server =
                new PostgreSQLContainer(DockerImageName.parse(POSTGRES_IMAGE))
                        .withUsername("postgres")
                        .withPassword("postgres")
                        .withDatabaseName("postgres");
        server.setCommand(PostgresSettings.commandLine());
        stopAtExit(server).start();
        return Engine.container(
                "jdbc:postgresql://%s:%d/postgres?user=postgres&password=postgres"
                        .formatted(
                                server.getHost(),
                                server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)));
    }

    static Engine kafka() {
        var server = new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE));
        BrokerSettings.SHARED.forEach((name, value) ->
                server.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        stopAtExit(server).start();
        return Engine.container(server.getBootstrapServers());
    }

    static Engine mongo() {
        var server = new MongoDBContainer(DockerImageName.parse(MONGO_IMAGE));
        stopAtExit(server).start();
        return Engine.container(server.getConnectionString());
    }

    static Engine redis() {
        var server =
                new GenericContainer<>(DockerImageName.parse(REDIS_IMAGE))
                        .withExposedPorts(REDIS_PORT)
                        .withCommand(
                                "redis-server", "--databases", String.valueOf(Embedded.DATABASES));
        stopAtExit(server).start();
        return Engine.container(
                "redis://%s:%d".formatted(server.getHost(), server.getMappedPort(REDIS_PORT)));
    }

    /** Without Testcontainers' own reaper, which may be switched off or not pullable. */
    private static GenericContainer<?> stopAtExit(GenericContainer<?> container) {
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return container;
    }

    private static boolean isPresent(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException absent) {
            LOG.info("No local image {}, so the embedded server is used", image);
            return false;
        } catch (RuntimeException | LinkageError unusable) {
            LOG.warn("The container engine cannot be used: {}", unusable.toString());
            return false;
        }
    }

    private Containers() {}
}
