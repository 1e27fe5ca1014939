package guildhall.stack.kafka;

import java.time.Duration;
import java.util.Map;

/**
 * What a topic should be like.
 *
 * @param cleanup Kafka's {@code cleanup.policy}: delete or compact
 */
public record TopicDefinition(String name, int partitions, String cleanup, Duration retention) {

    /** As Kafka's own topic settings. */
    Map<String, String> configuration() {
        return Map.of(
                "cleanup.policy", cleanup, "retention.ms", Long.toString(retention.toMillis()));
    }
}
