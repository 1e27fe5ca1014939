package guildhall.stack.kafka;

import guildhall.stack.component.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * The broker's JVM: formats its folder when there is none, then serves until it is told to stop.
 */
final class KafkaMain {
    private static final String LOG_FOLDER = "log.dirs";

    /** Arguments are the broker's properties, as {@code name=value}. */
    public static void main(String[] arguments) throws IOException {
        var properties = new Properties();
        for (var argument : arguments) {
            var equals = argument.indexOf('=');
            properties.setProperty(argument.substring(0, equals), argument.substring(equals + 1));
        }
        format(properties);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        System.out.println("Kafka serves at " + properties.getProperty("advertised.listeners"));
        server.awaitShutdown();
    }

    /** Formats beside the place and renames: a kill leaves no half-formatted folder. */
    private static void format(Properties properties) throws IOException {
        var folder = Path.of(properties.getProperty(LOG_FOLDER));
        if (Files.exists(folder)) {
            return;
        }
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        var elsewhere = new Properties();
        elsewhere.putAll(properties);
        elsewhere.setProperty(LOG_FOLDER, unfinished.toString());
        var file = Files.createTempFile("kafka-", ".properties");
        try {
            try (var writer = Files.newBufferedWriter(file)) {
                elsewhere.store(writer, null);
            }
            runStorageTool(file);
        } finally {
            Files.delete(file);
        }
        Files.move(unfinished, folder);
    }

    private static void runStorageTool(Path properties) throws IOException {
        var clusterId = Uuid.randomUuid().toString();
        var status =
                StorageTool.execute(
                        new String[] {
                            "format", "--cluster-id", clusterId, "--config", properties.toString()
                        },
                        System.out);
        if (status != 0) {
            throw new IOException("Formatting failed");
        }
    }

    private KafkaMain() {}
}
