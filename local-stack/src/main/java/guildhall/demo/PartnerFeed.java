package guildhall.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner system: a plain Kafka client that subscribes to the public topics and nothing else. */
final class PartnerFeed implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One event as the partner sees it. */
    record Seen(String id, String type, JsonNode body) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread reader;

    PartnerFeed(String bootstrap) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrap,
                                "group.id", "partner-" + UUID.randomUUID(),
                                "auto.offset.reset", "latest",
                                "isolation.level", "read_committed",
                                "metadata.max.age.ms", "5000"),
                        new StringDeserializer(),
                        new StringDeserializer());
        consumer.subscribe(Pattern.compile("public\\.[a-z]+"));
        while (consumer.assignment().isEmpty()) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::add);
        }
        reader = Thread.ofVirtual().name("partner").start(this::read);
    }

    /** Events that speak of any of these ids, each once. */
    List<Seen> about(Set<String> ids) {
        return seen.stream()
                .filter(event -> ids.stream().anyMatch(event.body().toString()::contains))
                .toList();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::add);
            }
        } catch (WakeupException _) {
            // Closed.
        }
    }

    /** At least once on the wire: a repeated event is recognised by its id. */
    private void add(ConsumerRecord<String, String> event) {
        var id = header(event, "ce_id");
        if (seen.stream().noneMatch(known -> known.id().equals(id))) {
            seen.add(new Seen(id, header(event, "ce_type"), JSON.readTree(event.value())));
        }
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
