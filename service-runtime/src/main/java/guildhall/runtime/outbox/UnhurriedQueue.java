package guildhall.runtime.outbox;

import io.debezium.connector.base.QueueProvider;
import io.debezium.pipeline.DataChangeEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Events between the thread that reads the log and the one that takes batches. The latter asks
 * again and again, without a pause, during the last millisecond of every poll interval; with the
 * short interval that a quick relay needs, that is a tenth of a core for each idle service. This
 * queue lets it breathe: asked again at once although it was empty, it answers a little later.
 *
 * <p>Debezium calls it under a lock, which the pause holds too, so an event may wait that much
 * longer.
 */
public final class UnhurriedQueue implements QueueProvider<DataChangeEvent> {
    /** The value of {@code queue.provider.type}. */
    static final String TYPE = "unhurried";

    private static final long AT_ONCE_NANOS = Duration.ofNanos(100_000).toNanos();
    private static final long PAUSE_NANOS = Duration.ofNanos(250_000).toNanos();

    private final Queue<DataChangeEvent> events = new ArrayDeque<>();
    private long emptyAt = System.nanoTime();

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
