package guildhall.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Linux' process file system. Everything is empty where there is none or a process is gone. */
final class ProcFs {
    private static final Path PROC = Path.of("/proc");

    /** Fields after the command name in {@code /proc/<pid>/stat}, which itself may hold blanks. */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;

    static boolean exists() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    /** When the process began, in clock ticks since this boot; empty for a zombie. */
    static Optional<String> startTicks(long pid) {
        return text(pid, "stat")
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                .filter(fields -> !fields[STATE].equals("Z") && !fields[STATE].equals("X"))
                .map(fields -> fields[START_TICKS]);
    }

    static String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown-boot";
        }
    }

    static List<String> commandLine(long pid) {
        return text(pid, "cmdline").map(line -> List.of(line.split("\0"))).orElse(List.of());
    }

    static Optional<Path> link(long pid, String name) {
        try {
            return Optional.of(Files.readSymbolicLink(folder(pid).resolve(name)));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Resident memory in bytes of which shared pages are divided among those who share them. */
    static OptionalLong proportionalMemory(long pid) {
        return kilobytes(pid, "smaps_rollup", "Pss:");
    }

    static OptionalLong residentMemory(long pid) {
        return kilobytes(pid, "status", "VmRSS:");
    }

    static Stream<Long> pids() {
        try (var entries = Files.list(PROC)) {
            return entries
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    static Path folder(long pid) {
        return PROC.resolve(Long.toString(pid));
    }

    static List<String> lines(String path) {
        try {
            return Files.readAllLines(PROC.resolve(path));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static OptionalLong kilobytes(long pid, String file, String label) {
        return text(pid, file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(label))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    private static Optional<String> text(long pid, String file) {
        try {
            return Optional.of(
                    Files.readString(folder(pid).resolve(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ProcFs() {}
}
