package guildhall.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Starts {@link BrokerMain} in a JVM of its own and waits until it answers. */
public final class BrokerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static Process launch(Path directory, int port, int controllerPort) {
        try {
            var settings = directory.resolve("broker.properties");
            write(settings, directory, port, controllerPort);
            var log = directory.resolve("broker.log");
            var process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-Dlogback.configurationFile=guildhall/testkit/broker-log.xml",
                                    "-cp",
                                    classPath(),
                                    BrokerMain.class.getName(),
                                    settings.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            awaitAnswer(process, "localhost:" + port, log);
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException("The broker does not start", failed);
        }
    }

    private static void write(Path settings, Path directory, int port, int controllerPort)
            throws IOException {
        var properties = new Properties();
        properties.putAll(BrokerSettings.SHARED);
        properties.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.voters", "1@localhost:" + controllerPort,
                        "controller.listener.names", "CONTROLLER",
                        "listeners",
                                "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d"
                                        .formatted(port, controllerPort),
                        "advertised.listeners", "PLAINTEXT://localhost:" + port,
                        "log.dirs", directory.resolve("data").toString(),
                        // A killed broker is let in again as soon as its old session has run out.
                        "broker.session.timeout.ms", "2000",
                        "broker.heartbeat.interval.ms", "500"));
        try (var writer = Files.newBufferedWriter(settings)) {
            properties.store(writer, "A broker for one test");
        }
    }

    /** Surefire hands over a jar that only names the class path; either form works here. */
    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    private static void awaitAnswer(Process process, String bootstrap, Path log)
            throws IOException {
        var settings =
                Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var admin = Admin.create(settings)) {
            var nodes = admin.describeCluster().nodes();
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!nodes.isDone() && process.isAlive() && System.nanoTime() < deadline) {
                waitFor(process, Duration.ofMillis(50));
            }
            nodes.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "The broker does not answer:\n" + Files.readString(log), failed);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void waitFor(Process process, Duration time) throws InterruptedException {
        var _ = process.waitFor(time);
    }

    private BrokerProcess() {}
}
