package guildhall.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole topics from their beginning and keeps what it has read. It belongs to no consumer
 * group, reads only while somebody asks, and connects when first used.
 */
final class ProbeReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrap;
    private final Map<String, List<ConsumerRecord<String, byte[]>>> read = new HashMap<>();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    ProbeReader(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** The first thing found in the topic; empty when there is none in time. */
    synchronized <T> Optional<T> await(
            String topic,
            Duration patience,
            Function<ConsumerRecord<String, byte[]>, Optional<T>> find) {
        follow(topic);
        var deadline = System.nanoTime() + patience.toNanos();
        var seen = 0;
        while (true) {
            var records = records(topic);
            for (; seen < records.size(); seen++) {
                var found = find.apply(records.get(seen));
                if (found.isPresent()) {
                    return found;
                }
            }
            if (System.nanoTime() > deadline) {
                return Optional.empty();
            }
            poll();
        }
    }

    /** What is on the topic at this moment. */
    synchronized List<ConsumerRecord<String, byte[]>> everything(String topic) {
        follow(topic);
        var partitions =
                assigned.stream().filter(partition -> partition.topic().equals(topic)).toList();
        var ends = consumer().endOffsets(partitions);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer().position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Cannot read " + topic + " to its end");
            }
            poll();
        }
        return List.copyOf(records(topic));
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    private void poll() {
        for (var record : consumer().poll(POLL)) {
            records(record.topic()).add(record);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        return read.computeIfAbsent(topic, _ -> new ArrayList<>());
    }

    /** Assigning keeps the positions of the partitions that were assigned before. */
    private void follow(String topic) {
        if (read.containsKey(topic)) {
            return;
        }
        var partitions = partitionsOf(topic);
        assigned.addAll(partitions);
        consumer().assign(assigned);
        consumer().seekToBeginning(partitions);
        records(topic);
    }

    /** A topic that was only just created has none for a moment. */
    private List<TopicPartition> partitionsOf(String topic) {
        return Awaitility.await(topic)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> consumer().partitionsFor(topic), found -> !found.isEmpty())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        if (consumer == null) {
            consumer =
                    new KafkaConsumer<>(
                            Map.of(
                                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                    bootstrap,
                                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                    false,
                                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                    "read_committed",
                                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                    100,
                                    ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                    true),
                            new StringDeserializer(),
                            new ByteArrayDeserializer());
        }
        return consumer;
    }
}
