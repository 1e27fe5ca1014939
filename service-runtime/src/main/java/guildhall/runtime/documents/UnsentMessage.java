package guildhall.runtime.documents;

import java.time.Instant;
import java.util.Map;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A message inside the document whose change it reports, ready to send.
 *
 * @param id the CloudEvents id; the annotation keeps Spring Data from storing it as {@code _id}
 * @param headers everything else that goes into Kafka headers
 * @param body JSON
 */
public record UnsentMessage(
        @Field("id") String id,
        String topic,
        String key,
        Map<String, String> headers,
        String body,
        Instant writtenAt) {}
