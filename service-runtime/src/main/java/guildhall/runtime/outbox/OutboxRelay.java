package guildhall.runtime.outbox;

import guildhall.runtime.load.Breather;
import guildhall.runtime.message.MessagePublisher;
import guildhall.runtime.message.MessagePublishers;
import io.debezium.engine.DebeziumEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the outbox for as long as the service runs. Every instance has a relay; the replication
 * slot lets one through, and another takes over within about two seconds of its end. Whatever goes
 * wrong on either side, the relay tries again until it succeeds: rows are published at least once
 * and, per key, in the order of their commits.
 */
final class OutboxRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxProperties.Relay properties;
    private final ReplicationSlot slot;
    private final OutboxLog log;
    private final RelayProgress progress;
    private final Republication republication;
    private final MessagePublishers publishers;
    private final RelayActivity activity;
    private final Breather breather;

    private final AtomicReference<@Nullable DebeziumEngine<?>> engine = new AtomicReference<>();
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxProperties.Relay properties,
            OutboxStore store,
            MessagePublishers publishers,
            RelayActivity activity) {
        this.properties = properties;
        this.slot = store.slot();
        this.log = store.log();
        this.progress = store.progress();
        this.republication = store.republication();
        this.publishers = publishers;
        this.activity = activity;
        this.breather = new Breather(properties.breath(), System::nanoTime);
    }

    /** The slot must exist before the first message is written, so this comes before all else. */
    @Override
    public synchronized void start() {
        if (slot.state() == ReplicationSlot.State.ABSENT) {
            createSlot();
        }
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("outbox-relay").start(this::relay);
    }

    private void relay() {
        while (!isStopping()) {
            try {
                switch (slot.state()) {
                    case FREE -> relayUntilTheEngineEnds();
                    case TAKEN -> {} // By another instance, or a session that is about to end.
                    case ABSENT -> createSlot();
                    case LOST -> replaceSlot();
                }
            } catch (RuntimeException e) {
                LOG.warn("The outbox relay failed and starts again: {}", e.toString());
            } catch (InterruptedException _) {
                return;
            }
            pause(properties.takeoverPoll());
        }
    }

    private void relayUntilTheEngineEnds() throws InterruptedException {
        try (var publisher = publishers.open("relay", this::isStopping)) {
            publishWhatIsOwed(publisher);
            var current =
                    log.engine(
                            rows -> publish(publisher, rows),
                            activity.connecting(),
                            (success, message, error) -> ended(success, message, error));
            engine.set(current);
            if (!isStopping()) {
                current.run();
            }
        } finally {
            engine.set(null);
            activity.ended();
        }
    }

    private void publish(MessagePublisher publisher, List<OutboxRow> rows)
            throws InterruptedException {
        if (rows.isEmpty()) {
            return;
        }
        publisher.publish(rows.stream().map(OutboxRow::message).toList());
        activity.published(rows.size());
        progress.published(rows.getLast().writtenAt());
        if (breather.rest(rows.size())) {
            activity.rested();
        }
    }

    private void ended(boolean success, String message, @Nullable Throwable error) {
        if (!success && !isStopping()) {
            LOG.warn("The outbox relay lost the log and starts again: {}", message, error);
        }
    }

    /** A new slot begins now. Rows that no slot has seen are published from the table. */
    private void createSlot() {
        progress.oweSince(properties.recoveryMargin());
        slot.create();
        LOG.info("Created replication slot {}", slot.name());
    }

    private void replaceSlot() {
        LOG.error("Replication slot {} was lost; replacing it", slot.name());
        progress.oweSince(properties.recoveryMargin());
        slot.drop();
        createSlot();
    }

    private void publishWhatIsOwed(MessagePublisher publisher) throws InterruptedException {
        var since = progress.owedSince();
        if (since.isPresent()) {
            long count =
                    republication.publish(
                            publisher, RepublishRange.since(since.get()), progress::published);
            progress.paid();
            if (count > 0) {
                LOG.warn("Published {} messages that the new replication slot had not seen", count);
            }
        }
    }

    /** Called now and then: an engine that hangs while starting is closed, so another begins. */
    void watch() {
        var current = engine.get();
        if (current != null && activity.isConnectingFor(properties.startLimit())) {
            LOG.error("The outbox relay did not reach the log in {}", properties.startLimit());
            close(current);
        }
    }

    private static void close(DebeziumEngine<?> engine) {
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The relay's engine was already ending: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        var running = thread;
        if (running == null) {
            return;
        }
        var current = engine.get();
        if (current != null) {
            close(current);
        }
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            var _ = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before whoever writes messages starts, after they stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
