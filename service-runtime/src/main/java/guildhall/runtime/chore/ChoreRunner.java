package guildhall.runtime.chore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One virtual thread per chore, while the service runs. Nobody is interrupted: that would cut the
 * connection on which a chore is working.
 */
final class ChoreRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Chore> chores;
    private final List<Thread> workers = new ArrayList<>();
    private CountDownLatch stopping = new CountDownLatch(0);

    ChoreRunner(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    @Override
    public synchronized void start() {
        var end = new CountDownLatch(1);
        stopping = end;
        for (var chore : chores) {
            var name = "chore-" + chore.name();
            workers.add(Thread.ofVirtual().name(name).start(() -> repeat(chore, end)));
        }
    }

    private static void repeat(Chore chore, CountDownLatch end) {
        try {
            do {
                once(chore);
            } while (!end.await(chore.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void once(Chore chore) {
        try {
            chore.work().run();
        } catch (RuntimeException failure) {
            LOG.warn("Chore {} failed and is repeated", chore.name(), failure);
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        try {
            for (var worker : workers) {
                if (!worker.join(PATIENCE)) {
                    LOG.warn("{} did not end in time", worker.getName());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }
}
