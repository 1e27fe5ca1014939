package guildhall.runtime.consume;

import guildhall.runtime.id.Ids;
import guildhall.runtime.message.MessageHeaders;
import guildhall.runtime.message.TopicPrefix;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it came from Kafka, before anybody understood it.
 *
 * @param messageId the CloudEvents id; one derived from the place of the record if that is missing
 *     or no UUID, so that it is the same for every redelivery
 * @param topic without the prefix of the installation
 * @param key empty when there is none
 * @param type empty when there is none
 * @param time when the sender wrote it; else when the broker got it
 */
record Delivery(
        UUID messageId,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        Instant time,
        Map<String, String> headers,
        String body) {
    Delivery {
        headers = Map.copyOf(headers);
    }

    static Delivery of(ConsumerRecord<String, byte[]> record, TopicPrefix prefix) {
        var headers = headers(record);
        var topic = prefix.strip(record.topic());
        return new Delivery(
                id(headers, topic, record),
                topic,
                record.partition(),
                record.offset(),
                text(record.key() == null ? "" : record.key()),
                headers.getOrDefault(MessageHeaders.TYPE, ""),
                time(headers).orElseGet(() -> Instant.ofEpochMilli(record.timestamp())),
                headers,
                record.value() == null
                        ? ""
                        : text(new String(record.value(), StandardCharsets.UTF_8)));
    }

    /** The same message, taken out of the store of dead letters. */
    static Delivery of(DeadLetter letter) {
        return new Delivery(
                letter.messageId(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.type(),
                time(letter.headers()).orElse(letter.at()),
                letter.headers(),
                letter.body());
    }

    /** Without reading the rest, because most skipped records are skipped by type. */
    static String typeOf(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader(MessageHeaders.TYPE);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    String describe() {
        return type + " " + messageId + " at " + topic + "-" + partition + "@" + offset;
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null) {
                headers.put(
                        text(header.key()),
                        text(new String(header.value(), StandardCharsets.UTF_8)));
            }
        }
        return headers;
    }

    private static UUID id(Map<String, String> headers, String topic, ConsumerRecord<?, ?> record) {
        var id = headers.getOrDefault(MessageHeaders.ID, "");
        return uuid(id).orElseGet(() ->
                id.isEmpty()
                        ? Ids.derived(topic, record.partition(), record.offset())
                        : Ids.derived(headers.getOrDefault(MessageHeaders.SOURCE, ""), id));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(Map<String, String> headers) {
        try {
            return Optional.ofNullable(headers.get(MessageHeaders.TIME)).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** PostgreSQL cannot store the character zero in a text, and a dead letter must be storable. */
    private static String text(String value) {
        return value.indexOf('\u0000') < 0 ? value : value.replace('\u0000', '\ufffd');
    }
}
