package guildhall.stack.doctor;

import guildhall.stack.doctor.Finding.Broken;
import guildhall.stack.doctor.Finding.Doubtful;
import guildhall.stack.doctor.Finding.Fine;
import guildhall.stack.process.Processes;
import guildhall.stack.settings.StackHome;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** What the machine has to offer. */
final class MachineChecks {
    private static final int JAVA = 25;
    private static final long MEBIBYTE = 1L << 20;
    private static final long MEMORY_NEEDED = 3_584 * MEBIBYTE;
    private static final long DISK_NEEDED = 3_072 * MEBIBYTE;
    private static final long SHARED_MEMORY_NEEDED = 64 * MEBIBYTE;
    private static final Instant YOUNGEST_PAST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private final StackHome home;

    MachineChecks(StackHome home) {
        this.home = home;
    }

    List<Finding> findings() {
        return List.of(
                java(),
                processors(),
                memory(),
                disk(),
                executable(),
                sharedMemory(),
                user(),
                clock());
    }

    private static Finding java() {
        var text = "JDK %s at %s".formatted(Runtime.version(), System.getProperty("java.home"));
        return Runtime.version().feature() == JAVA
                ? new Fine(text)
                : new Broken(text, "install a JDK 25 and set JAVA_HOME to it");
    }

    private static Finding processors() {
        var count = Runtime.getRuntime().availableProcessors();
        var text = count + " processors";
        return count >= 2
                ? new Fine(text)
                : new Doubtful(text, "a start takes about a minute; start.timeout may need more");
    }

    private static Finding memory() {
        var available = availableMemory();
        if (available.isEmpty()) {
            return new Fine("memory: not known on this system; about 3 GiB are needed");
        }
        var text = "%d MiB of memory available".formatted(available.getAsLong() / MEBIBYTE);
        return available.getAsLong() >= MEMORY_NEEDED
                ? new Fine(text)
                : new Doubtful(
                        text,
                        "the whole stack takes about 3 GiB: close something, or start fewer"
                                + " services ('./guildhall up payment')");
    }

    private static OptionalLong availableMemory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private Finding disk() {
        try {
            FileStore store = Files.getFileStore(home.folder());
            var text =
                    "%d MiB of disk free for %s"
                            .formatted(store.getUsableSpace() / MEBIBYTE, home.folder());
            return store.getUsableSpace() >= DISK_NEEDED
                    ? new Fine(text)
                    : new Broken(text, "free some space, or set GUILDHALL_HOME to another disk");
        } catch (IOException e) {
            return new Broken(
                    "cannot look at " + home.folder() + ": " + e, "check its permissions");
        }
    }

    /** Some systems mount home or temporary folders so that nothing in them can be run. */
    private Finding executable() {
        try {
            var script =
                    Files.createTempFile(
                            home.folder(),
                            "doctor-",
                            "",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
            try {
                Files.writeString(script, "#!/bin/sh\nexit 0\n");
                var runs = new ProcessBuilder(script.toString()).start().waitFor() == 0;
                return runs
                        ? new Fine("programs can be run from " + home.folder())
                        : notExecutable();
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            return notExecutable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notExecutable();
        }
    }

    private Finding notExecutable() {
        return new Broken(
                "programs in %s cannot be run".formatted(home.folder()),
                "it may be mounted noexec: set GUILDHALL_HOME to another folder");
    }

    private static Finding sharedMemory() {
        var folder = Path.of("/dev/shm");
        if (!Files.isDirectory(folder)) {
            return new Fine("no /dev/shm on this system");
        }
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            var text = "%d MiB free in /dev/shm".formatted(free / MEBIBYTE);
            return free >= SHARED_MEMORY_NEEDED
                    ? new Fine(text)
                    : new Doubtful(
                            text,
                            "PostgreSQL's parallel queries may fail: delete what is old there, or"
                                    + " give the container a larger --shm-size");
        } catch (IOException e) {
            return new Doubtful("cannot look at /dev/shm: " + e, "check its permissions");
        }
    }

    private static Finding user() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Fine("running as " + System.getProperty("user.name"));
        }
        try {
            if (Processes.onPath("unshare").isPresent()
                    && new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
                return new Fine("running as root; PostgreSQL gets a user namespace of its own");
            }
        } catch (IOException e) {
            return rootWithoutNamespaces();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return rootWithoutNamespaces();
    }

    private static Finding rootWithoutNamespaces() {
        return new Broken(
                "running as root, and user namespaces are not allowed (unshare -U)",
                "PostgreSQL refuses to run as root: use an ordinary user");
    }

    /** Tokens and timers need a clock that is right and does not jump back. */
    private Finding clock() {
        var now = Instant.now();
        if (now.isBefore(YOUNGEST_PAST)) {
            return new Broken("the clock says " + now, "set it: tokens would be invalid");
        }
        var newest = newestFile();
        if (newest.isAfter(now.plus(CLOCK_TOLERANCE))) {
            return new Doubtful(
                    "files in %s are from the future (%s)".formatted(home.folder(), newest),
                    "the clock was set back: timers and tokens may behave oddly until then");
        }
        return new Fine("the clock says " + now);
    }

    private Instant newestFile() {
        try (var files = Files.list(home.logs())) {
            return files.map(file -> file.toFile().lastModified())
                    .map(Instant::ofEpochMilli)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
