package guildhall.testkit;

import guildhall.testkit.engine.FreePort;
import guildhall.testkit.engine.PostgresSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * An embedded PostgreSQL server of a test's own, to be stopped, killed and started again on the
 * same data and port. Tests that leave the server alone use the shared one of {@link
 * Infrastructure#POSTGRES} instead, which costs nothing more.
 *
 * <pre>{@code
 * try (var postgres = TestPostgres.start();
 *         var database = TestDatabase.create("payment", postgres.address())) {
 *     …
 *     postgres.kill();
 *     postgres.restart();
 * }
 * }</pre>
 */
public final class TestPostgres implements AutoCloseable {
    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    private TestPostgres(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.server = launch();
    }

    public static TestPostgres start() {
        try {
            return new TestPostgres(
                    Files.createTempDirectory("guildhall-postgres-"), FreePort.next());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A JDBC URL for the superuser. */
    public String address() {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
    }

    /** An orderly shutdown: sessions are ended, everything is written. */
    public void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code kill -9} for the server and all its processes, as when the machine loses power. */
    public void kill() {
        var processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (var process : processes) {
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
        stop(); // Nothing is left to stop, but the launcher holds a lock on the directory.
    }

    /** Starts again after {@link #stop} or {@link #kill}; after a kill it recovers from its log. */
    public void restart() {
        server = launch();
    }

    @Override
    public void close() {
        stop();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }

    private EmbeddedPostgres launch() {
        try {
            var builder =
                    EmbeddedPostgres.builder()
                            .setPort(port)
                            .setDataDirectory(directory.resolve("data"))
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false);
            PostgresSettings.ALL.forEach(builder::setServerConfig);
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL does not start", failed);
        }
    }

    private List<ProcessHandle> processes() {
        try {
            var pidFile = directory.resolve("data").resolve("postmaster.pid");
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).stream()
                    .flatMap(postmaster ->
                            Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL is not running", failed);
        }
    }
}
