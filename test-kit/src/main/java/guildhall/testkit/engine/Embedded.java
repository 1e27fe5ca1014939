package guildhall.testkit.engine;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import guildhall.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import redis.embedded.RedisServer;

/** Servers that need nothing but Maven artifacts. */
final class Embedded {
    /** Logical Redis databases: one per test class, with room to spare. */
    static final int DATABASES = 512;

    static Engine postgres() {
        var server = TestPostgres.start();
        atExit(server::close);
        return Engine.embedded(server.address());
    }

    static Engine kafka() {
        var server = new EmbeddedKafkaKraftBroker(1, BrokerSettings.PARTITIONS);
        server.brokerProperties(BrokerSettings.SHARED);
        server.afterPropertiesSet();
        atExit(server::destroy);
        return Engine.embedded(server.getBrokersAsString());
    }

    static Engine mongo() {
        var server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        atExit(server::shutdownNow);
        return Engine.embedded("mongodb://localhost:" + address.getPort());
    }

    static Engine redis() {
        try {
            var port = FreePort.next();
            var server =
                    RedisServer.newRedisServer()
                            .port(port)
                            .setting("databases " + DATABASES)
                            .setting("save \"\"")
                            .setting("bind 127.0.0.1")
                            .build();
            server.start();
            atExit(() -> stop(server));
            return Engine.embedded("redis://localhost:" + port);
        } catch (IOException failed) {
            throw new UncheckedIOException("Redis does not start", failed);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void atExit(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
    }

    private Embedded() {}
}
