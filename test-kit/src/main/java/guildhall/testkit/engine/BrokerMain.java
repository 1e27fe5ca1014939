package guildhall.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One KRaft node, formatted when its directory is empty. It dies with the test that started it. */
final class BrokerMain {
    public static void main(String[] arguments) throws IOException {
        var settings = Path.of(arguments[0]);
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            format(settings);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        Thread.ofPlatform().daemon().start(BrokerMain::dieWithTheTest);
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Path settings) {
        var status =
                StorageTool.execute(
                        new String[] {
                            "format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()
                        },
                        System.out);
        if (status != 0) {
            throw new IllegalStateException("Formatting failed with status " + status);
        }
    }

    /** The parent's end of the pipe closes when it ends, however it ends. */
    private static void dieWithTheTest() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent.
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private BrokerMain() {}
}
