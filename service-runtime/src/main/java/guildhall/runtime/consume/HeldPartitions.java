package guildhall.runtime.consume;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Partitions whose next message failed and is waiting to be tried again. Records that were polled
 * together with it are behind it and come again in their order.
 */
final class HeldPartitions {
    private record Hold(long offset, int attempts) {}

    private final Map<TopicPartition, Hold> holds = new ConcurrentHashMap<>();

    boolean isBehind(TopicPartition partition, long offset) {
        var hold = holds.get(partition);
        return hold != null && offset > hold.offset();
    }

    /** Counts a failed attempt; returns how many there were. */
    int failed(TopicPartition partition, long offset) {
        return holds.merge(
                        partition,
                        new Hold(offset, 1),
                        (old, first) ->
                                old.offset() == offset
                                        ? new Hold(offset, old.attempts() + 1)
                                        : first)
                .attempts();
    }

    void release(TopicPartition partition) {
        holds.remove(partition);
    }
}
