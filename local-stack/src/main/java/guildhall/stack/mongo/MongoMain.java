package guildhall.stack.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The JVM of the built-in server. Arguments: file, address, port. */
final class MongoMain {
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(2);

    public static void main(String[] arguments) throws InterruptedException, IOException {
        var backend = new DurableBackend(Path.of(arguments[0]));
        var server = new MongoServer(backend);
        server.bind(arguments[1], Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        System.out.println("The MongoDB protocol is served at " + server.getConnectionString());
        while (!Thread.currentThread().isInterrupted()) {
            Thread.sleep(BETWEEN_WRITES);
            backend.writeFile();
        }
    }

    private MongoMain() {}
}
