package guildhall.runtime.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/**
 * Listens to Redis for as long as the service runs. Once it listens, the container recovers by
 * itself; only the beginning fails when Redis is away, and the service must start all the same.
 */
final class LiveNotices implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveNotices.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final RedisMessageListenerContainer container;
    private CountDownLatch stopping = new CountDownLatch(0);
    private Thread starter = new Thread();
    private boolean running;

    LiveNotices(RedisMessageListenerContainer container) {
        this.container = container;
    }

    @Override
    public synchronized void start() {
        var end = new CountDownLatch(1);
        stopping = end;
        running = true;
        if (!isListening()) {
            LOG.warn("Redis is away: nothing is told live until it is back");
            starter = Thread.ofVirtual().name("live-start").start(() -> startLater(end));
        }
    }

    private void startLater(CountDownLatch end) {
        try {
            while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isListening()) {
                    LOG.info("Redis is back: live events are told");
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries to. */
    private boolean isListening() {
        try {
            container.start();
            return true;
        } catch (RuntimeException away) {
            LOG.debug("Redis is away", away);
            container.stop();
            return false;
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        try {
            starter.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        container.stop();
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
