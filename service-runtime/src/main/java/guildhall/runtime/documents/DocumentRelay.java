package guildhall.runtime.documents;

import com.mongodb.MongoException;
import guildhall.runtime.documents.RelaySignal.Written;
import guildhall.runtime.documents.UnsentDocuments.Carrier;
import guildhall.runtime.message.MessagePublisher;
import guildhall.runtime.message.MessagePublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what documents carry, for as long as the service runs. Every instance has a relay; the
 * lease lets one work. A message is taken out of its document only after Kafka has stored it, so it
 * is published at least once and, per document, in order.
 */
final class DocumentRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentRelay.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final List<UnsentDocuments> collections;
    private final RelayLease lease;
    private final RelaySignal signal;
    private final MessagePublishers publishers;
    private final DocumentsProperties properties;
    private final DocumentRelayMetrics metrics;
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    // Only touched by the relay's thread.
    private long seenWakes = -1;
    private long sweptAt;
    private boolean isSwept;

    DocumentRelay(
            List<UnsentDocuments> collections,
            RelayLease lease,
            RelaySignal signal,
            MessagePublishers publishers,
            DocumentRelaySettings settings) {
        this.collections = List.copyOf(collections);
        this.lease = lease;
        this.signal = signal;
        this.publishers = publishers;
        this.properties = settings.properties();
        this.metrics = settings.metrics();
    }

    @Override
    public synchronized void start() {
        collections.forEach(UnsentDocuments::ensureIndex);
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("document-relay").start(this::run);
    }

    private void run() {
        try (var publisher = publishers.open("relay", this::isStopping)) {
            var written = List.<Written>of();
            while (!isStopping()) {
                try {
                    written = work(publisher, written);
                } catch (RuntimeException e) { // Whatever it is: nobody else would publish.
                    report(e);
                    metrics.active(false);
                    written = List.of();
                    isSwept = false;
                    var _ = stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            lease.giveUp();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (MongoException e) {
            LOG.debug("The lease of the document relay will lapse by itself: {}", e.toString());
        } finally {
            metrics.active(false);
        }
    }

    private static void report(RuntimeException e) {
        if (e instanceof MongoException) {
            LOG.warn("The document relay failed and tries again: {}", e.toString());
        } else {
            LOG.error("The document relay failed and tries again", e);
        }
    }

    /** One round; returns what this instance has written meanwhile. */
    private List<Written> work(MessagePublisher publisher, List<Written> written)
            throws InterruptedException {
        boolean held = lease.isHeld();
        metrics.active(held);
        if (held) {
            boolean othersHaveWritten = haveOthersWritten();
            if (othersHaveWritten || isSweepDue()) {
                publishAll(publisher);
            } else {
                publish(publisher, written);
            }
            return signal.await(properties.wakePoll());
        }
        isSwept = false; // Whoever gets the lease does not know what the holder left behind.
        if (!written.isEmpty()) {
            lease.wakeHolder();
        }
        // As an instance without the lease, this one has nothing to do until it writes.
        return signal.await(properties.lease().dividedBy(5));
    }

    private void publish(MessagePublisher publisher, List<Written> written)
            throws InterruptedException {
        for (var collection : collections) {
            var ids =
                    written.stream()
                            .filter(document -> collection.isIn(document.collection()))
                            .map(Written::documentId)
                            .distinct()
                            .toList();
            for (int from = 0; from < ids.size(); from += BATCH) {
                var some = ids.subList(from, Math.min(from + BATCH, ids.size()));
                publish(publisher, collection, collection.among(some));
            }
        }
    }

    private boolean haveOthersWritten() {
        long wakes = lease.wakes();
        boolean changed = wakes != seenWakes;
        seenWakes = wakes;
        return changed;
    }

    private boolean isSweepDue() {
        return !isSwept || System.nanoTime() - sweptAt > properties.sweepPoll().toNanos();
    }

    private void publishAll(MessagePublisher publisher) throws InterruptedException {
        sweptAt = System.nanoTime();
        for (var collection : collections) {
            while (!isStopping() && publishBatch(publisher, collection) == BATCH) {
                var _ = lease.isHeld(); // Renewed between batches of a long queue.
            }
        }
        isSwept = true;
    }

    private int publishBatch(MessagePublisher publisher, UnsentDocuments collection)
            throws InterruptedException {
        var carriers = collection.oldest(BATCH);
        publish(publisher, collection, carriers);
        return carriers.size();
    }

    private void publish(
            MessagePublisher publisher, UnsentDocuments collection, List<Carrier> carriers)
            throws InterruptedException {
        var messages = carriers.stream().flatMap(carrier -> carrier.messages().stream()).toList();
        publisher.publish(messages);
        collection.remove(carriers);
        metrics.published(messages.size());
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Before whoever writes messages starts, after they stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
