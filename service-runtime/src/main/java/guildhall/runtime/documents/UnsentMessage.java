package guildhall.runtime.documents;

import java.time.Instant;
import java.util.Map;

/**
 * A message inside the document whose change it reports, ready to send.
 *
 * @param id the CloudEvents id
 * @param headers everything else that goes into Kafka headers
 * @param body JSON
 */
public record UnsentMessage(
        String id,
        String topic,
        String key,
        Map<String, String> headers,
        String body,
        Instant writtenAt) {}
