package guildhall.stack.doctor;

import guildhall.stack.component.Folders;
import guildhall.stack.component.Supervisor;
import guildhall.stack.doctor.Finding.Broken;
import guildhall.stack.doctor.Finding.Doubtful;
import guildhall.stack.doctor.Finding.Fine;
import guildhall.stack.process.Ports;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is there of the stack itself: processes, ports, files. */
final class StackChecks {
    private static final long LOGS_LIMIT = 1L << 30;

    private final Collection<Supervisor> supervisors;
    private final StackSettings settings;
    private final Path logs;

    StackChecks(Collection<Supervisor> supervisors, StackSettings settings, Path logs) {
        this.supervisors = List.copyOf(supervisors);
        this.settings = settings;
        this.logs = logs;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var running = 0;
        for (var supervisor : supervisors) {
            switch (supervisor.status().state()) {
                case READY, RUNNING -> running++;
                case CRASHED -> {
                    findings.add(crashed(supervisor));
                    findings.addAll(whileDown(supervisor));
                }
                case STOPPED -> findings.addAll(whileDown(supervisor));
            }
        }
        findings.add(new Fine("%d of %d components run".formatted(running, supervisors.size())));
        findings.add(logSize());
        return findings;
    }

    private static Finding crashed(Supervisor supervisor) {
        var name = supervisor.component().name();
        return new Doubtful(
                name + " crashed, or was killed",
                "'./guildhall logs %1$s' may say why; './guildhall up %1$s' starts it again"
                        .formatted(name));
    }

    /** Processes nobody remembers, or else strangers on our ports. */
    private List<Finding> whileDown(Supervisor supervisor) {
        var component = supervisor.component();
        var strays = component.strays();
        if (!strays.isEmpty()) {
            return List.of(
                    new Doubtful(
                            "%s: process %d is left from an earlier run"
                                    .formatted(component.name(), strays.getFirst().pid()),
                            "'./guildhall up' replaces it, './guildhall down' stops it"));
        }
        return component.ports().stream()
                .filter(key -> !Ports.isFree(settings.bindAddress(), settings.port(key)))
                .<Finding>map(this::taken)
                .toList();
    }

    private Finding taken(String key) {
        var port = settings.port(key);
        return new Broken(
                "port %d (%s) is taken by %s".formatted(port, key, Ports.describeHolder(port)),
                "stop that, or put port.%s=<free port> into .guildhall/config".formatted(key));
    }

    private Finding logSize() {
        try {
            var size = Folders.size(logs);
            var text = "%d MiB of logs".formatted(size >> 20);
            return size < LOGS_LIMIT
                    ? new Fine(text)
                    : new Doubtful(text, "restart the talkative ones: that puts their logs aside");
        } catch (IOException e) {
            return new Doubtful("cannot look at " + logs + ": " + e, "check its permissions");
        }
    }
}
