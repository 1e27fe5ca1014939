package guildhall.runtime.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Offsets of records that are done, until they are committed. To commit after every batch costs the
 * broker as much as the batch did; a commit that comes late costs a repetition when the service is
 * killed before, which the inbox recognises.
 */
final class Uncommitted {
    private record Done(OffsetAndMetadata next, long sinceNanos) {}

    private final Map<TopicPartition, Done> done = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /**
     * @param nanos as {@link System#nanoTime}
     */
    Uncommitted(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add(TopicPartition partition, long nextOffset) {
        done.merge(
                partition,
                new Done(new OffsetAndMetadata(nextOffset), nanos.getAsLong()),
                (old, now) -> new Done(now.next(), old.sinceNanos()));
    }

    /** What could not be committed of these, unless more of the same partition is done by now. */
    void putBack(
            Collection<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> lost) {
        for (var partition : partitions) {
            var next = lost.get(partition);
            if (next != null) {
                done.putIfAbsent(partition, new Done(next, nanos.getAsLong()));
            }
        }
    }

    /** What is to be committed of these partitions, once any of it has waited that long. */
    Map<TopicPartition, OffsetAndMetadata> take(
            Collection<TopicPartition> partitions, Duration patience) {
        if (partitions.stream().noneMatch(partition -> hasWaited(partition, patience))) {
            return Map.of();
        }
        var taken = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var own = done.remove(partition);
            if (own != null) {
                taken.put(partition, own.next());
            }
        }
        return taken;
    }

    private boolean hasWaited(TopicPartition partition, Duration patience) {
        var own = done.get(partition);
        return own != null && nanos.getAsLong() - own.sinceNanos() >= patience.toNanos();
    }
}
