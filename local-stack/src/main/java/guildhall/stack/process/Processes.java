package guildhall.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Starts, signals and finds processes. */
public final class Processes {
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * Starts a process in a session of its own: it survives this program, and Ctrl-C in the
     * terminal does not reach it. Its output is appended to the log.
     */
    public static ProcessIdentity startDetached(Launch launch, Path log) throws IOException {
        var command = new ArrayList<>(ownSession());
        command.addAll(launch.command());
        var builder =
                new ProcessBuilder(command)
                        .directory(launch.folder().toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        var process = builder.start();
        return ProcessIdentity.of(process.pid())
                .orElseGet(() -> new ProcessIdentity(process.pid(), "ended at once"));
    }

    /** Both programs replace themselves by the command, so the process id stays. */
    private static List<String> ownSession() {
        var setsid = onPath("setsid");
        if (setsid.isPresent()) {
            return List.of(setsid.get().toString());
        }
        return List.of("perl", "-e", "use POSIX qw(setsid); setsid(); exec @ARGV or die $!", "--");
    }

    /** An executable of that name on the PATH. */
    public static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    public static void signal(ProcessIdentity process, StopSignal signal) {
        if (!process.isAlive()) {
            return;
        }
        switch (signal) {
            case TERMINATE -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
            case INTERRUPT -> interrupt(process.pid());
            case KILL -> kill(process);
        }
    }

    /** Waits for a condition; false when it did not come true in time. */
    public static boolean await(Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        var deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    /** Of the process and its children; shared pages of several processes count once. */
    public static long memory(ProcessIdentity process) {
        var children =
                ProcessHandle.of(process.pid()).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid)
                        .toList();
        if (children.isEmpty()) {
            return ProcFs.residentMemory(process.pid()).orElse(0);
        }
        return Stream.concat(Stream.of(process.pid()), children.stream())
                .mapToLong(pid -> ProcFs.proportionalMemory(pid).orElse(0))
                .sum();
    }

    /** The words a process was started with; empty when it is gone or somebody else's. */
    public static List<String> commandLine(long pid) {
        if (ProcFs.exists()) {
            return ProcFs.commandLine(pid);
        }
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().commandLine())
                .map(line -> List.of(line.split(" ")))
                .orElse(List.of());
    }

    /** Processes, other than this one, that have a word on their command line. */
    public static List<ProcessIdentity> startedWith(String word) {
        var pids =
                ProcFs.exists()
                        ? ProcFs.pids()
                        : ProcessHandle.allProcesses().map(ProcessHandle::pid);
        return pids.filter(pid -> pid != ProcessHandle.current().pid())
                .filter(pid -> commandLine(pid).contains(word))
                .flatMap(pid -> ProcessIdentity.of(pid).stream())
                .toList();
    }

    /** Processes of one executable that work in a folder, such as a database server's. */
    public static List<ProcessIdentity> workingIn(Path folder, Path executable) {
        return ProcFs.pids()
                .filter(pid -> ProcFs.link(pid, "cwd").filter(folder::equals).isPresent())
                .filter(pid -> ProcFs.link(pid, "exe").filter(executable::equals).isPresent())
                .flatMap(pid -> ProcessIdentity.of(pid).stream())
                .toList();
    }

    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s INT " + pid).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot signal process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(ProcessIdentity process) {
        ProcessHandle.of(process.pid())
                .ifPresent(handle -> {
                    var children = handle.descendants().toList();
                    handle.destroyForcibly();
                    children.forEach(ProcessHandle::destroyForcibly);
                });
    }

    private Processes() {}
}
