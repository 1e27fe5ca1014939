package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.runtime.message.TopicPrefix;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final TopicPrefix PREFIX = new TopicPrefix("test.");
    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void takesTheEnvelopeFromTheHeaders() {
        var headers =
                Map.of(
                        "ce_id", ID.toString(),
                        "ce_type", "payment.release-escrow.v1",
                        "ce_time", "2026-11-20T10:00:00Z");

        assertThat(Delivery.of(record("key", "{}", headers), PREFIX))
                .isEqualTo(
                        new Delivery(
                                ID,
                                "payment.commands",
                                2,
                                40,
                                "key",
                                "payment.release-escrow.v1",
                                Instant.parse("2026-11-20T10:00:00Z"),
                                headers,
                                "{}"));
    }

    @Test
    void identifiesARecordWithoutAnIdByItsPlace() {
        var first = Delivery.of(record("key", "{}", Map.of()), PREFIX);

        assertThat(Delivery.of(record("key", "{}", Map.of()), PREFIX)).isEqualTo(first);
        assertThat(first.time()).isEqualTo(Instant.ofEpochMilli(1000));
    }

    @Test
    void identifiesARecordWithAForeignIdByItsSourceAndId() {
        var one = Map.of("ce_id", "order-1", "ce_source", "/partner-a");
        var other = Map.of("ce_id", "order-1", "ce_source", "/partner-b");

        assertThat(Delivery.of(record("key", "{}", one), PREFIX).messageId())
                .isNotEqualTo(Delivery.of(record("key", "{}", other), PREFIX).messageId());
    }

    @Test
    void staysStorableWhateverArrives() {
        var delivery =
                Delivery.of(record(null, "a\u0000b", Map.of("ce_time", "yesterday")), PREFIX);

        assertThat(delivery.key()).isEmpty();
        assertThat(delivery.body()).isEqualTo("a\ufffdb");
    }

    private static ConsumerRecord<String, byte[]> record(
            @Nullable String key, String body, Map<String, String> headers) {
        var recordHeaders = new RecordHeaders();
        headers.forEach(
                (name, value) -> recordHeaders.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                "test.payment.commands",
                2,
                40,
                1000,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                body.getBytes(StandardCharsets.UTF_8),
                recordHeaders,
                Optional.empty());
    }
}
