package guildhall.stack;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import guildhall.stack.component.Component;
import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.Progress;
import guildhall.stack.component.Supervisor;
import guildhall.stack.service.PlatformService;
import guildhall.stack.settings.InvalidSettings;
import guildhall.stack.settings.StackSettings;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Starts several components at once. Each waits for what it needs; a few services at a time, since
 * a starting JVM keeps a processor busy and all at once would only make all of them late.
 */
final class Startup {
    private final List<Supervisor> supervisors;
    private final Progress progress;
    private final Semaphore places;
    private final Map<String, CompletableFuture<Boolean>> started;
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    Startup(List<Supervisor> supervisors, StackSettings settings, Progress progress) {
        this.supervisors = supervisors;
        this.progress = progress;
        var parallel = settings.number("start.parallel");
        this.places =
                new Semaphore(
                        parallel > 0 ? parallel : Runtime.getRuntime().availableProcessors() + 1,
                        true);
        this.started =
                supervisors.stream()
                        .collect(
                                toMap(
                                        supervisor -> supervisor.component().name(),
                                        _ -> new CompletableFuture<>()));
    }

    void run() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var supervisor : supervisors) {
                threads.execute(() -> start(supervisor));
            }
        }
        if (!failed.isEmpty()) {
            throw new ComponentFailure(
                    failed.stream().sorted().collect(joining(", ", "Not started: ", "")));
        }
    }

    private void start(Supervisor supervisor) {
        var component = supervisor.component();
        var success = false;
        try {
            if (needsAreReady(component)) {
                inItsPlace(supervisor);
                success = true;
            } else {
                fail(component, "not started, because something it needs is not ready");
            }
        } catch (ComponentFailure | InvalidSettings e) {
            fail(component, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(component, e.toString());
        } finally {
            started(component.name()).complete(success);
        }
    }

    private void fail(Component component, String reason) {
        failed.add(component.name());
        progress.failed(component.name(), reason);
    }

    private void inItsPlace(Supervisor supervisor) throws InterruptedException {
        if (!isService(supervisor.component())) {
            supervisor.start(progress);
            return;
        }
        places.acquire();
        try {
            supervisor.start(progress);
        } finally {
            places.release();
        }
    }

    private static boolean isService(Component component) {
        return PlatformService.ALL.stream()
                .anyMatch(service -> service.name().equals(component.name()));
    }

    private CompletableFuture<Boolean> started(String name) {
        return requireNonNull(started.get(name));
    }

    private boolean needsAreReady(Component component) {
        return component.needs().stream()
                .filter(started::containsKey)
                .allMatch(name -> started(name).join());
    }
}
