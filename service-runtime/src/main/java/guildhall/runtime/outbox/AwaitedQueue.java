package guildhall.runtime.outbox;

import io.debezium.connector.base.QueueProvider;
import io.debezium.pipeline.DataChangeEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Events between the thread that reads the log and the one that takes batches. Debezium's own way
 * is to ask again and again for the whole poll interval, the last millisecond of it without a
 * pause: either many events wait long, or an idle service keeps a tenth of a core busy. Here the
 * taker can wait until something is there.
 *
 * <p>Asked at once again although it was empty, the queue answers a little later. Debezium asks
 * under a lock, which that pause holds too, so an event may wait that much longer.
 */
public final class AwaitedQueue implements QueueProvider<DataChangeEvent> {
    /** The value of {@code queue.provider.type}. */
    static final String TYPE = "awaited";

    private static final long AT_ONCE_NANOS = Duration.ofNanos(100_000).toNanos();
    private static final long PAUSE_NANOS = Duration.ofNanos(250_000).toNanos();

    private static final Arrivals ARRIVALS = new Arrivals();

    private final Queue<DataChangeEvent> events = new ArrayDeque<>();
    private long emptyAt = System.nanoTime();

    /** Counts what was queued in this JVM: Debezium makes the queues, so nobody knows only one. */
    static final class Arrivals {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition arrived = lock.newCondition();
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong settled = new AtomicLong();

        private void add() {
            lock.lock();
            try {
                count.incrementAndGet();
                arrived.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /**
         * Waits unless something was queued since then.
         *
         * @param known what this method answered before
         */
        long awaitMore(long known, Duration atMost) throws InterruptedException {
            lock.lock();
            try {
                var nanos = atMost.toNanos();
                while (count.get() == known && nanos > 0) {
                    nanos = arrived.awaitNanos(nanos);
                }
                return count.get();
            } finally {
                lock.unlock();
            }
        }

        /**
         * Everything up to there was taken, published, and told to the server.
         *
         * @param known what {@link #awaitMore} answered
         */
        void settle(long known) {
            settled.set(known);
        }

        boolean areSettled() {
            return settled.get() == count.get();
        }
    }

    static Arrivals arrivals() {
        return ARRIVALS;
    }

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // How long it may become is up to the caller, who knows.
    }

    @Override
    public void enqueue(DataChangeEvent event) {
        events.add(event);
        ARRIVALS.add();
    }

    @Override
    public @Nullable DataChangeEvent poll() {
        return events.poll();
    }

    @Override
    public int size() {
        if (events.isEmpty()) {
            if (System.nanoTime() - emptyAt < AT_ONCE_NANOS) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            emptyAt = System.nanoTime();
        }
        return events.size();
    }
}
