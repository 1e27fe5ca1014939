package guildhall.runtime.consume;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was set aside, with everything that is needed to understand and repeat it.
 *
 * @param id its own id, not that of the message; ordered by time
 * @param consumer the name of the {@link Subscription}
 * @param messageId the CloudEvents id; derived from topic, partition and offset when it had none
 * @param key the Kafka key; empty when it had none
 * @param error null when it was parked and has not been tried since
 * @param at when it was set aside
 * @param attempts how often it was tried, replays included
 */
public record DeadLetter(
        UUID id,
        String consumer,
        UUID messageId,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        Map<String, String> headers,
        String body,
        @Nullable Failure error,
        Instant at,
        State state,
        int attempts) {
    public DeadLetter {
        headers = Map.copyOf(headers);
    }

    /** Why it failed, for operators only: message and stack may contain data. */
    public record Failure(String errorClass, String message, String stack) {}

    /** Where it stands. */
    public enum State {
        /** Failed, or is the next to be tried after one that was settled; blocks its key. */
        DEAD,
        /** Not tried: waits behind a dead one with the same consumer and key. */
        PARKED,
        /** Handled after all. */
        REPLAYED,
        /** Given up by an operator. */
        DISCARDED
    }
}
