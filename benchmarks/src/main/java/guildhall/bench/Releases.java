package guildhall.bench;

import guildhall.messages.MessageCatalogue;
import guildhall.messages.payment.EscrowEvents;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** When payment-service said that it released money: by milestone, in nanoseconds of this JVM. */
final class Releases implements AutoCloseable {
    private static final String RELEASED = MessageCatalogue.typeOf(EscrowReleasedV1.class);

    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread reader;

    Releases(String bootstrap) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "group.id",
                                "bench-" + UUID.randomUUID(),
                                "enable.auto.commit",
                                "false",
                                "auto.offset.reset",
                                "latest"),
                        new StringDeserializer(),
                        new StringDeserializer());
        consumer.subscribe(java.util.List.of(MessageCatalogue.topicOf(EscrowEvents.class)));
        while (consumer.assignment().isEmpty()) {
            consumer.poll(Duration.ofMillis(100));
        }
        reader = Thread.ofPlatform().name("releases").start(this::read);
    }

    Map<String, Long> arrivals() {
        return arrivals;
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
                consumer.poll(Duration.ofSeconds(1)).forEach(this::note);
            }
        } catch (WakeupException _) {
            // Closed.
        }
    }

    private void note(ConsumerRecord<String, String> event) {
        var now = System.nanoTime();
        var type = event.headers().lastHeader("ce_type");
        if (new String(type.value(), StandardCharsets.UTF_8).equals(RELEASED)) {
            var body = JsonMapper.shared().readTree(event.value());
            arrivals.putIfAbsent(body.path("milestoneId").asString(), now);
        }
    }
}
