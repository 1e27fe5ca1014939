package guildhall.testkit;

import guildhall.testkit.engine.BrokerProcess;
import guildhall.testkit.engine.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A Kafka broker of a test's own, in a process of its own, to be stopped, killed and started again
 * on the same data and port. Tests that leave the broker alone use the shared one of {@link
 * Infrastructure#KAFKA}, which starts sooner.
 */
public final class TestBroker implements AutoCloseable {
    private final Path directory;
    private final int port = FreePort.next();
    private final int controllerPort = FreePort.next();
    private Process process;

    private TestBroker(Path directory) {
        this.directory = directory;
        this.process = launch();
    }

    /** Returns when the broker answers, after about four seconds. */
    public static TestBroker start() {
        try {
            return new TestBroker(Files.createTempDirectory("guildhall-kafka-"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String bootstrap() {
        return "localhost:" + port;
    }

    /** An orderly shutdown. */
    public void stop() {
        process.destroy();
        awaitExit();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Starts again after {@link #stop} or {@link #kill} and returns when the broker answers. */
    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        kill();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }

    private Process launch() {
        return BrokerProcess.launch(directory, port, controllerPort);
    }

    private void awaitExit() {
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
