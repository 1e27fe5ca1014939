package guildhall.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens where. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;
    private static final int COMMAND_LENGTH = 70;

    /** Fields of a line of {@code /proc/net/tcp}. */
    private static final int LOCAL_ADDRESS = 1;

    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    /** True when a server could listen there now. */
    public static boolean isFree(String address, int port) {
        if (answers(address, port)) {
            return false; // Somebody may listen on another, wider address.
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** True when something accepts connections there. */
    public static boolean answers(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The process that listens on a port, as far as this user is allowed to know. */
    public static Optional<Long> holder(int port) {
        return ProcFs.exists() ? linuxHolder(port) : lsofHolder(port);
    }

    /** "process 4711 (java -jar other.jar)", or what can be said without knowing it. */
    public static String describeHolder(int port) {
        return holder(port)
                .map(pid -> "process %d (%s)".formatted(pid, shortCommand(pid)))
                .orElse("another process (which one cannot be told without more rights)");
    }

    private static String shortCommand(long pid) {
        var command = String.join(" ", Processes.commandLine(pid)).strip();
        if (command.isEmpty()) {
            return "unknown command";
        }
        return command.length() <= COMMAND_LENGTH
                ? command
                : command.substring(0, COMMAND_LENGTH) + "…";
    }

    private static Optional<Long> linuxHolder(int port) {
        var inodes =
                Stream.of("net/tcp", "net/tcp6")
                        .flatMap(file -> ProcFs.lines(file).stream().skip(1))
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[STATE].equals(LISTENING))
                        .filter(fields -> fields[LOCAL_ADDRESS].endsWith(hexadecimal(port)))
                        .map(fields -> Path.of("socket:[" + fields[INODE] + "]"))
                        .collect(Collectors.toUnmodifiableSet());
        return inodes.isEmpty()
                ? Optional.empty()
                : ProcFs.pids().filter(pid -> hasOpen(pid, inodes)).findFirst();
    }

    private static String hexadecimal(int port) {
        return ":" + "%04x".formatted(port).toUpperCase(Locale.ROOT);
    }

    private static boolean hasOpen(long pid, Set<Path> sockets) {
        try (var descriptors = Files.list(ProcFs.folder(pid).resolve("fd"))) {
            return descriptors
                    .flatMap(file -> ProcFs.link(pid, "fd/" + file.getFileName()).stream())
                    .anyMatch(sockets::contains);
        } catch (IOException e) {
            return false; // Gone, or somebody else's.
        }
    }

    private static Optional<Long> lsofHolder(int port) {
        try {
            var lsof =
                    new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Ports() {}
}
