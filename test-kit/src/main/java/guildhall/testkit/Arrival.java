package guildhall.testkit;

import guildhall.messages.Message;
import guildhall.messages.MessageCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A message that the {@link KafkaProbe} has read, with its envelope. */
public record Arrival<M extends Message>(
        M message,
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers) {
    public Arrival {
        headers = Map.copyOf(headers);
    }

    /** The {@code ce_id}. */
    public UUID id() {
        return UUID.fromString(header("ce_id"));
    }

    /** The {@code ce_time}. */
    public Instant time() {
        return Instant.parse(header("ce_time"));
    }

    /**
     * @throws AssertionError when the message has no such header
     */
    public String header(String name) {
        return Optional.ofNullable(headers.get(name))
                .orElseThrow(() -> new AssertionError("No header " + name + " in " + headers));
    }

    static boolean isOf(ConsumerRecord<String, byte[]> record, Class<? extends Message> type) {
        return MessageCatalogue.typeOf(type).equals(headersOf(record).get("ce_type"));
    }

    static <M extends Message> Arrival<M> of(ConsumerRecord<String, byte[]> record, Class<M> type) {
        return new Arrival<>(
                Wire.read(record.value(), type),
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headersOf(record));
    }

    static String describe(ConsumerRecord<String, byte[]> record) {
        var body = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
        return headersOf(record).get("ce_type") + " " + record.key() + " " + body;
    }

    private static Map<String, String> headersOf(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
