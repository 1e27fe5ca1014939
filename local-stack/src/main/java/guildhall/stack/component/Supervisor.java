package guildhall.stack.component;

import guildhall.stack.process.Launch;
import guildhall.stack.process.PidFile;
import guildhall.stack.process.Ports;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.process.Processes;
import guildhall.stack.process.StopSignal;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Starts, watches and stops one component. */
public final class Supervisor {
    private static final int LINES_OF_LOG = 15;
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(5);

    private final Component component;
    private final StackSettings settings;
    private final PidFile pidFile;
    private final LogFile log;

    public Supervisor(Component component, StackHome home, StackSettings settings) {
        this.component = component;
        this.settings = settings;
        this.pidFile = new PidFile(home.pidFile(component.name()));
        this.log = new LogFile(home.log(component.name()));
    }

    public Component component() {
        return component;
    }

    /** Returns when the component is ready; a running one is left as it is. */
    public void start(Progress progress) throws InterruptedException {
        try {
            var running = pidFile.read().filter(PidFile.Entry::isAlive);
            if (running.isPresent()) {
                join(running.get(), progress);
            } else {
                startNew(progress);
            }
        } catch (IOException e) {
            throw new ComponentFailure(e.toString(), e);
        }
    }

    private void join(PidFile.Entry running, Progress progress)
            throws IOException, InterruptedException {
        awaitReady(running.process(), log.size());
        component.define();
        progress.alreadyReady(component.name(), component.address());
        if (!running.fingerprint().equals(component.launch().fingerprint())) {
            progress.note(
                    component.name(),
                    "still runs an older build or other settings; './guildhall down %1$s' and"
                                    .formatted(component.name())
                            + " './guildhall up %1$s' change that".formatted(component.name()));
        }
    }

    private void startNew(Progress progress) throws IOException, InterruptedException {
        var begin = Instant.now();
        progress.starting(component.name());
        stopStrays(progress);
        component.clearRemains();
        requireFreePorts();
        component.prepare();
        log.putAsideIfLargerThan(settings.size("log.max-size"));
        var logStart = log.size();
        var process = spawn(component.launch());
        awaitReady(process, logStart);
        component.define();
        progress.ready(
                component.name(), component.address(), Duration.between(begin, Instant.now()));
    }

    private ProcessIdentity spawn(Launch launch) throws IOException {
        var process = Processes.startDetached(launch, log.path());
        pidFile.write(new PidFile.Entry(process, Instant.now(), launch.fingerprint()));
        return process;
    }

    private void stopStrays(Progress progress) throws InterruptedException {
        for (var stray : component.strays()) {
            progress.note(
                    component.name(),
                    "process %d is left from an earlier run; stopping it first"
                            .formatted(stray.pid()));
            end(stray);
        }
    }

    /** Waits a little, because a killed process keeps its ports until its last thread is gone. */
    private void requireFreePorts() throws InterruptedException {
        for (var key : component.ports()) {
            var port = settings.port(key);
            if (!Processes.await(PORT_PATIENCE, () -> Ports.isFree(settings.bindAddress(), port))) {
                throw new ComponentFailure(portTaken(key, port, Ports.describeHolder(port)));
            }
        }
    }

    /** What to say about a port in the way; two ways out are offered. */
    static String portTaken(String key, int port, String holder) {
        return "port %d is taken by %s. Stop it, or put port.%s=<free port> into .guildhall/config"
                .formatted(port, holder, key);
    }

    private void awaitReady(ProcessIdentity process, long logStart) throws InterruptedException {
        var patience = settings.duration("start.timeout");
        var answered = Processes.await(patience, () -> component.isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new ComponentFailure("it ended while starting" + lastWords(logStart));
        }
        if (!answered) {
            throw new ComponentFailure(
                    "it was not ready within %d s%s"
                            .formatted(patience.toSeconds(), lastWords(logStart)));
        }
    }

    private String lastWords(long logStart) {
        var lines =
                log.lastLinesFrom(logStart, LINES_OF_LOG).stream().map(LogLine::summary).toList();
        return lines.isEmpty()
                ? ". It wrote nothing to " + log.path()
                : ". The end of %s:%n    %s"
                        .formatted(log.path(), String.join(System.lineSeparator() + "    ", lines));
    }

    /** Asks it to stop, waits, and kills it only when it does not listen. */
    public void stop(Progress progress) throws InterruptedException {
        var begin = Instant.now();
        var entry = pidFile.read().filter(PidFile.Entry::isAlive);
        if (entry.isPresent() && !end(entry.get().process())) {
            progress.note(component.name(), "did not stop in time and was killed");
        }
        for (var stray : component.strays()) {
            end(stray);
        }
        pidFile.delete();
        if (entry.isPresent()) {
            progress.stopped(component.name(), Duration.between(begin, Instant.now()));
        }
    }

    /** SIGKILL, as a crash would have it: the pid file stays and the component shows as crashed. */
    public void kill9() throws InterruptedException {
        var entry = pidFile.read().filter(PidFile.Entry::isAlive);
        if (entry.isEmpty()) {
            throw new ComponentFailure(component.name() + " does not run");
        }
        Processes.signal(entry.get().process(), StopSignal.KILL);
        awaitEnd(entry.get().process(), AFTER_KILL);
    }

    /** False when it had to be killed. */
    private boolean end(ProcessIdentity process) throws InterruptedException {
        Processes.signal(process, component.stopSignal());
        if (awaitEnd(process, settings.duration("stop.timeout"))) {
            return true;
        }
        Processes.signal(process, StopSignal.KILL);
        if (!awaitEnd(process, AFTER_KILL)) {
            throw new ComponentFailure("process %d does not end".formatted(process.pid()));
        }
        return false;
    }

    private static boolean awaitEnd(ProcessIdentity process, Duration patience)
            throws InterruptedException {
        return Processes.await(patience, () -> !process.isAlive());
    }

    public ComponentStatus status() {
        var entry = pidFile.read();
        var alive = entry.filter(PidFile.Entry::isAlive);
        if (alive.isEmpty()) {
            return new ComponentStatus(
                    component.name(),
                    entry.isPresent() ? ComponentState.CRASHED : ComponentState.STOPPED,
                    OptionalLong.empty(),
                    component.address(),
                    0,
                    Duration.ZERO);
        }
        return new ComponentStatus(
                component.name(),
                component.isReady() ? ComponentState.READY : ComponentState.RUNNING,
                OptionalLong.of(alive.get().process().pid()),
                component.address(),
                Processes.memory(alive.get().process()),
                Duration.between(alive.get().startedAt(), Instant.now()));
    }
}
