package guildhall.stack;

import guildhall.stack.component.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Progress on a screen: a line per component, and in a terminal a last line that moves. */
public final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int REDRAW_MILLIS = 250;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Instant> pending = new LinkedHashMap<>();
    private final ScheduledExecutorService redraw =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("redraw").factory());

    public ConsoleProgress(PrintStream out) {
        this.out = out;
        this.terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        if (terminal) {
            var _ =
                    redraw.scheduleAtFixedRate(
                            this::drawPending, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void starting(String component) {
        pending.put(component, Instant.now());
    }

    @Override
    public synchronized void ready(String component, String address, Duration took) {
        pending.remove(component);
        line(component, "ready in %5s   %s".formatted(seconds(took), address));
    }

    @Override
    public synchronized void alreadyReady(String component, String address) {
        line(component, "already ready   " + address);
    }

    @Override
    public synchronized void stopped(String component, Duration took) {
        line(component, "stopped in %s".formatted(seconds(took)));
    }

    @Override
    public synchronized void failed(String component, String reason) {
        pending.remove(component);
        line(component, "FAILED: " + reason);
    }

    @Override
    public synchronized void note(String component, String text) {
        line(component, text);
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private void line(String component, String text) {
        if (terminal) {
            out.print(CLEAR_LINE);
        }
        out.println(String.format(Locale.ROOT, "  %-13s %s", component, text));
    }

    private synchronized void drawPending() {
        if (pending.isEmpty()) {
            return;
        }
        var oldest = pending.values().iterator().next();
        out.print(
                "%s  … %s (%d s)"
                        .formatted(
                                CLEAR_LINE,
                                String.join(", ", pending.keySet()),
                                Duration.between(oldest, Instant.now()).toSeconds()));
        out.flush();
    }

    @Override
    public synchronized void close() {
        redraw.shutdownNow();
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
