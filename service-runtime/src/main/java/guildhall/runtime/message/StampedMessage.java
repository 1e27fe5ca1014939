package guildhall.runtime.message;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message with its envelope, ready to be stored and sent.
 *
 * @param topic without the prefix of the installation
 * @param headers all Kafka headers, those of CloudEvents included
 * @param body JSON
 */
public record StampedMessage(
        UUID id,
        String topic,
        String key,
        String type,
        Map<String, String> headers,
        String body,
        Instant time) {
    public StampedMessage {
        headers = Map.copyOf(headers);
    }
}
