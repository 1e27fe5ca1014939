package guildhall.stack.postgres;

import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.Folders;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.process.Processes;
import guildhall.stack.process.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's data folder, and what may be found in it after something was killed. */
final class PostgresData {
    private static final Duration ORPHANS_MAY_LINGER = Duration.ofSeconds(5);

    private final Path folder;
    private final PostgresBinaries binaries;

    PostgresData(Path folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    Path folder() {
        return folder;
    }

    /** The server that owns the folder now, whoever started it. */
    Optional<ProcessIdentity> postmaster() {
        return recordedPid().flatMap(ProcessIdentity::of).filter(process -> isOurs(process.pid()));
    }

    /** A recycled process id is somebody else: our server names the folder when it is started. */
    private boolean isOurs(long pid) {
        return Processes.commandLine(pid).contains(folder.toString());
    }

    private Optional<Long> recordedPid() {
        try (var lines = Files.lines(folder.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * After a kill of the postmaster: its children notice and leave, but a busy one may linger and
     * would keep the next server from starting; and its pid file may name a process that by now is
     * somebody else's, which PostgreSQL takes for a running server.
     */
    void clearRemains() throws IOException, InterruptedException {
        Folders.delete(unfinished());
        var program = binaries.program("postgres");
        if (!Processes.await(
                ORPHANS_MAY_LINGER, () -> Processes.workingIn(folder, program).isEmpty())) {
            Processes.workingIn(folder, program)
                    .forEach(orphan -> Processes.signal(orphan, StopSignal.KILL));
        }
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    /** Builds the folder beside its place and renames it: there is no half-made one. */
    void initialise(String superuserPassword, List<String> commandPrefix)
            throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            requireSameMajorVersion();
            return;
        }
        if (Files.exists(folder)) {
            throw new ComponentFailure(
                    folder + " is in the way: it is not a PostgreSQL data folder. Move it away");
        }
        var passwordFile =
                Files.createTempFile(
                        folder.getParent(),
                        "password-",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, superuserPassword);
            runInitdb(passwordFile, commandPrefix);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished(), folder);
    }

    private void runInitdb(Path passwordFile, List<String> commandPrefix)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(commandPrefix);
        command.addAll(
                List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + unfinished(),
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--data-checksums"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new ComponentFailure("initdb failed:\n" + output);
        }
    }

    private void requireSameMajorVersion() throws IOException, InterruptedException {
        var dataVersion = Files.readString(folder.resolve("PG_VERSION")).strip();
        var process =
                new ProcessBuilder(binaries.program("postgres").toString(), "--version").start();
        var version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        if (!version.contains(" " + dataVersion + ".")) {
            throw new ComponentFailure(
                    "%s was written by PostgreSQL %s, but this is %s. './guildhall reset' starts afresh"
                            .formatted(folder, dataVersion, version.strip()));
        }
    }

    private Path unfinished() {
        return folder.resolveSibling(folder.getFileName() + ".unfinished");
    }
}
