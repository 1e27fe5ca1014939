package guildhall.stack;

import guildhall.stack.component.ComponentStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer to {@code guildhall status}. */
final class StatusTable {
    static String of(List<ComponentStatus> components) {
        var memory = components.stream().mapToLong(ComponentStatus::memory).sum();
        return row("NAME", "STATE", "PID", "MEMORY", "UPTIME", "ADDRESS")
                + components.stream().map(StatusTable::row).collect(Collectors.joining())
                + row("", "", "", mebibytes(memory), "", "").stripTrailing();
    }

    private static String row(ComponentStatus status) {
        var pid = status.pid().isPresent() ? Long.toString(status.pid().getAsLong()) : "-";
        var lives = status.pid().isPresent();
        return row(
                status.name(),
                status.state().name().toLowerCase(Locale.ROOT),
                pid,
                lives ? mebibytes(status.memory()) : "-",
                lives ? time(status.uptime()) : "-",
                status.address());
    }

    private static String row(
            String name, String state, String pid, String memory, String uptime, String address) {
        return "%-13s %-8s %8s  %9s  %9s  %s%n"
                .formatted(name, state, pid, memory, uptime, address);
    }

    private static String mebibytes(long bytes) {
        return "%d MiB".formatted(bytes >> 20);
    }

    static String time(Duration uptime) {
        if (uptime.toDays() > 0) {
            return "%dd %dh".formatted(uptime.toDays(), uptime.toHoursPart());
        }
        if (uptime.toHours() > 0) {
            return "%dh %dm".formatted(uptime.toHours(), uptime.toMinutesPart());
        }
        return "%dm %ds".formatted(uptime.toMinutes(), uptime.toSecondsPart());
    }

    private StatusTable() {}
}
