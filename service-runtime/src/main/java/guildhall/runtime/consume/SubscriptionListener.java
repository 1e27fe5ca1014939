package guildhall.runtime.consume;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import guildhall.runtime.load.Breather;
import guildhall.runtime.message.TopicPrefix;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Takes the records of one subscription. The offset of a record is committed only when the database
 * holds its effect, its dead letter, or the fact that it was handled before.
 *
 * <p>After a failure only the partition of the record waits; the consumer goes on polling for the
 * others, so the group does not take it for dead.
 */
final class SubscriptionListener
        implements BatchConsumerAwareMessageListener<String, byte[]>,
                ConsumerAwareRebalanceListener {
    static final Duration COMMIT_EVERY = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionListener.class);

    private final Subscription subscription;
    private final ConsumerStore store;
    private final DeliveryContext context;
    private final RetryPolicy retries;
    private final ConsumeMetrics metrics;
    private final TopicPrefix prefix;
    private final PartitionPause pause;
    private final Breather breather;
    private final HeldPartitions held = new HeldPartitions();
    private final Uncommitted uncommitted = new Uncommitted(System::nanoTime);

    SubscriptionListener(
            Subscription subscription,
            ConsumeTools tools,
            PartitionPause pause,
            Breather breather) {
        this.subscription = subscription;
        this.store = tools.store();
        this.context = tools.context();
        this.retries = tools.retries();
        this.metrics = tools.metrics();
        this.prefix = tools.prefix();
        this.pause = pause;
        this.breather = breather;
    }

    /** Stops delivery of a partition for a while. */
    interface PartitionPause {
        void pause(TopicPartition partition, Duration duration);

        void resume(TopicPartition partition);
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<String, byte[]>> records, @Nullable Consumer<?, ?> known) {
        var consumer = requireNonNull(known);
        var taken = new LinkedHashSet<>(records.stream().filter(this::isTaken).toList());
        var together = subscription.isTogether() ? handledTogether(taken) : Set.of();
        for (var record : records) {
            var partition = partition(record);
            if (held.isBehind(partition, record.offset())) {
                continue;
            }
            if (!taken.contains(record) || together.contains(record) || isDone(record, partition)) {
                held.release(partition);
                uncommitted.add(partition, record.offset() + 1);
            } else {
                consumer.seek(partition, record.offset());
            }
        }
        commit(consumer, COMMIT_EVERY);
        if (subscription.isTogether()) {
            rest(taken.size());
        }
    }

    private void rest(int taken) {
        if (breather.rest(taken)) {
            metrics.rested(subscription);
        }
    }

    /** Called when nothing has arrived for a while. */
    void idle(Consumer<?, ?> consumer) {
        commit(consumer, Duration.ZERO);
    }

    private void commit(Consumer<?, ?> consumer, Duration patience) {
        var done = uncommitted.take(consumer.assignment(), patience);
        if (!done.isEmpty()) {
            consumer.commitAsync(
                    done,
                    (_, failure) -> {
                        if (failure != null) { // Perhaps nothing follows that would be committed.
                            LOG.debug("Not committed yet: {}", done, failure);
                            uncommitted.putBack(consumer.assignment(), done);
                        }
                    });
        }
    }

    private boolean isTaken(ConsumerRecord<String, byte[]> record) {
        return subscription.takes(Delivery.typeOf(record));
    }

    /** Records that are done with; none of them when they could not be handled together. */
    private Set<ConsumerRecord<String, byte[]>> handledTogether(
            Set<ConsumerRecord<String, byte[]>> taken) {
        var deliveries = new LinkedHashMap<ConsumerRecord<String, byte[]>, Delivery>();
        taken.stream()
                .filter(record -> !held.isBehind(partition(record), record.offset()))
                .forEach(record -> deliveries.put(record, Delivery.of(record, prefix)));
        if (deliveries.size() < 2) { // Alone it is cheaper by itself.
            return Set.of();
        }
        try {
            var keys = deliveries.values().stream().map(Delivery::key).collect(toSet());
            var blocked = store.blocked(subscription.name(), keys);
            deliveries.values().removeIf(delivery -> blocked.contains(delivery.key()));
            if (!deliveries.isEmpty()) {
                handleTogether(List.copyOf(deliveries.values()));
            }
            return deliveries.keySet();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} handles {} messages one by one, because together they failed: {}",
                    subscription.name(),
                    deliveries.size(),
                    e.toString());
        }
        return Set.of();
    }

    private void handleTogether(List<Delivery> deliveries) {
        var name = subscription.name();
        var results =
                store.handleTogether(
                        name,
                        deliveries,
                        fresh ->
                                context.callTogether(name, fresh, () -> subscription.begin(fresh)));
        for (int i = 0; i < deliveries.size(); i++) {
            metrics.consumed(subscription, deliveries.get(i), results.get(i));
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** False when it has to be tried again, for which the partition is then held. */
    @SuppressWarnings("CatchingUnchecked") // Handlers may throw anything, sneaked or not.
    private boolean isDone(ConsumerRecord<String, byte[]> record, TopicPartition partition) {
        var delivery = Delivery.of(record, prefix);
        try {
            handle(delivery);
            return true;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            metrics.failed(subscription, delivery, e);
            return isBuried(delivery, partition, e);
        }
    }

    private void handle(Delivery delivery) {
        var name = subscription.name();
        var result =
                context.call(
                        name,
                        delivery,
                        () -> store.handle(name, delivery, () -> subscription.handle(delivery)));
        metrics.consumed(subscription, delivery, result);
    }

    private boolean isBuried(Delivery delivery, TopicPartition partition, Throwable failure) {
        int attempts = held.failed(partition, delivery.offset());
        var kind = FailureKind.of(failure);
        var delay = retries.delayAfter(kind, attempts);
        if (delay.isPresent()) {
            LOG.warn(
                    "{} failed on {} (attempt {}, {}), trying again in {} ms: {}",
                    subscription.name(),
                    delivery.describe(),
                    attempts,
                    kind,
                    delay.get().toMillis(),
                    failure.toString());
            pause.pause(partition, delay.get());
            return false;
        }
        return isBuriedNow(delivery, partition, failure, attempts);
    }

    private boolean isBuriedNow(
            Delivery delivery, TopicPartition partition, Throwable failure, int attempts) {
        try {
            store.bury(subscription.name(), delivery, Failures.describe(failure), attempts);
        } catch (RuntimeException e) {
            var delay = retries.delayAfter(FailureKind.PASSING, attempts);
            LOG.warn("Cannot store a dead letter, trying again: {}", e.toString());
            pause.pause(partition, delay.orElseThrow());
            return false;
        }
        metrics.buried(subscription, delivery);
        LOG.error("{} gave up on {}", subscription.name(), delivery.describe(), failure);
        return true;
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var done = uncommitted.take(partitions, Duration.ZERO);
        try {
            if (!done.isEmpty()) {
                consumer.commitSync(done);
            }
        } catch (KafkaException e) {
            LOG.debug("Whoever takes the partitions over repeats {}", done, e);
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        uncommitted.take(partitions, Duration.ZERO);
    }

    /** What was held before a partition went elsewhere says nothing about where it stands now. */
    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            held.release(partition);
            pause.resume(partition);
        }
    }
}
