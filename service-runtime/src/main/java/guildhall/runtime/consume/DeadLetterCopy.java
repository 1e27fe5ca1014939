package guildhall.runtime.consume;

import guildhall.runtime.id.Ids;
import guildhall.runtime.message.StampedMessage;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * The copy of a dead letter for {@code <topic>.dlt}: the message as it came, plus who failed on it
 * and where it lay. The stack stays in the service.
 */
final class DeadLetterCopy {
    private static final String SUFFIX = ".dlt";

    static StampedMessage of(
            String consumer, Delivery delivery, DeadLetter.Failure failure, Instant at) {
        var headers = new LinkedHashMap<>(delivery.headers());
        headers.put("deadletterconsumer", consumer);
        headers.put("deadletterorigin", origin(delivery));
        headers.put("deadlettererror", failure.errorClass());
        return new StampedMessage(
                Ids.next(),
                delivery.topic() + SUFFIX,
                delivery.key(),
                delivery.type(),
                headers,
                delivery.body(),
                at);
    }

    private static String origin(Delivery delivery) {
        return delivery.topic() + "-" + delivery.partition() + "@" + delivery.offset();
    }

    private DeadLetterCopy() {}
}
