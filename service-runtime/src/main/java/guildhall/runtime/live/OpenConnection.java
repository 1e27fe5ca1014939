package guildhall.runtime.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: a bounded queue and the thread that empties it into the channel. Whoever tells or
 * ends it never waits for the client.
 */
final class OpenConnection implements LiveFeed.Connection {
    private static final Logger LOG = LoggerFactory.getLogger(OpenConnection.class);

    private final Subscriber subscriber;
    private final LiveChannel channel;
    private final LiveProperties limits;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<LiveEvent> waiting = new ArrayDeque<>();
    private @Nullable LiveEnd end;

    OpenConnection(Subscriber subscriber, LiveChannel channel, LiveProperties limits, Clock clock) {
        this.subscriber = subscriber;
        this.channel = channel;
        this.limits = limits;
        this.clock = clock;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    /** Dropped when the connection is ending anyway. */
    void tell(LiveEvent event) {
        lock.lock();
        try {
            if (waiting.size() < limits.backlog()) {
                waiting.add(event);
                changed.signal();
            } else {
                end(LiveEnd.TOO_SLOW);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The first reason stays. What still waits is not sent any more. */
    void end(LiveEnd why) {
        lock.lock();
        try {
            if (end == null) {
                end = why;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        end(LiveEnd.GONE);
    }

    /**
     * Returns when the connection has ended; the channel is closed then.
     *
     * @param missed events to begin with
     * @param deregister called before the channel is closed
     */
    void serve(Iterable<LiveEvent> missed, Runnable deregister) {
        try {
            channel.beat(); // Headers and the first byte leave at once.
            sendAll(missed);
        } catch (IOException | RuntimeException gone) {
            LOG.debug("A live connection broke", gone);
            end(LiveEnd.GONE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            end(LiveEnd.RESTART);
        } finally {
            deregister.run();
            channel.close(reason());
        }
    }

    private void sendAll(Iterable<LiveEvent> missed) throws IOException, InterruptedException {
        var told = new HashSet<String>();
        for (var event : missed) {
            if (isEnding()) {
                return;
            }
            channel.send(event);
            told.add(event.id());
        }
        sendLive(told);
    }

    private void sendLive(Set<String> told) throws IOException, InterruptedException {
        while (true) {
            var event = next();
            if (isEnding()) {
                return;
            }
            if (event == null) {
                channel.beat();
            } else if (!told.remove(event.id())) {
                channel.send(event);
            }
        }
    }

    /** Null when nothing came for the time of a heartbeat, or the connection is ending. */
    private @Nullable LiveEvent next() throws InterruptedException {
        lock.lock();
        try {
            var left = Math.min(limits.heartbeat().toNanos(), untilExpiry().toNanos());
            while (waiting.isEmpty() && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnding() {
        lock.lock();
        try {
            if (!untilExpiry().isPositive()) {
                end(LiveEnd.LOG_IN_AGAIN);
            }
            return end != null;
        } finally {
            lock.unlock();
        }
    }

    private LiveEnd reason() {
        lock.lock();
        try {
            return end == null ? LiveEnd.GONE : end;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilExpiry() {
        return Duration.between(clock.instant(), subscriber.until());
    }
}
