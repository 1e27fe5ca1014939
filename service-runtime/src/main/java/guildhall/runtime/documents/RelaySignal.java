package guildhall.runtime.documents;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Says that something was written. Many raises before the relay looks count as one. */
final class RelaySignal {
    private final BlockingQueue<Boolean> raised = new ArrayBlockingQueue<>(1);

    void raise() {
        var _ = raised.offer(true);
    }

    /** Returns early, with true, when the signal is raised. */
    boolean await(Duration patience) throws InterruptedException {
        return raised.poll(patience.toMillis(), TimeUnit.MILLISECONDS) != null;
    }
}
