package guildhall.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Remembers across runs of the program which process was started for a component. */
public record PidFile(Path path) {

    /**
     * @param fingerprint of the command and its environment, to tell a process that still runs with
     *     an older build or other settings
     */
    public record Entry(ProcessIdentity process, Instant startedAt, String fingerprint) {
        public boolean isAlive() {
            return process.isAlive();
        }
    }

    /** Empty also for a file that a kill or a full disk left unreadable. */
    public Optional<Entry> read() {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path)) {
            properties.load(reader);
            var identity =
                    new ProcessIdentity(
                            Long.parseLong(properties.getProperty("pid", "")),
                            properties.getProperty("birth", ""));
            return Optional.of(
                    new Entry(
                            identity,
                            Instant.parse(properties.getProperty("startedAt", "")),
                            properties.getProperty("fingerprint", "")));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    public void write(Entry entry) {
        var text =
                """
                pid=%d
                birth=%s
                startedAt=%s
                fingerprint=%s
                """
                        .formatted(
                                entry.process().pid(),
                                entry.process().birth(),
                                entry.startedAt(),
                                entry.fingerprint());
        var temporary = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
