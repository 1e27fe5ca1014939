package guildhall.runtime.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Says which documents were written, so that the relay need not search for them. What does not fit,
 * because the relay is far behind, is found by its next sweep.
 */
final class RelaySignal {
    private static final int CAPACITY = 10_000;

    private final BlockingQueue<Written> written = new LinkedBlockingQueue<>(CAPACITY);

    /** A document that carries something new. */
    record Written(String collection, String documentId) {}

    void raise(String collection, String documentId) {
        var _ = written.offer(new Written(collection, documentId));
    }

    /** What was written since the last time; waits a while for the first. */
    List<Written> await(Duration patience) throws InterruptedException {
        var first = written.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var all = new ArrayList<Written>();
        all.add(first);
        written.drainTo(all);
        return all;
    }
}
