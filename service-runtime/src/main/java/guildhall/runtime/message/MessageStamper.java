package guildhall.runtime.message;

import guildhall.messages.Message;
import guildhall.messages.MessageCatalogue;
import guildhall.runtime.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Puts messages into their envelopes: a fresh id, the time, the present cause and trace. */
public final class MessageStamper {
    /** Kafka refuses records above 1 MiB by default; refusing here keeps the relay unblocked. */
    static final int MAX_BODY_BYTES = 900_000;

    private final String service;
    private final Clock clock;
    private final TraceHeaders trace;

    /**
     * @param service for example {@code payment-service}
     */
    public MessageStamper(String service, Clock clock, TraceHeaders trace) {
        this.service = service;
        this.clock = clock;
        this.trace = trace;
    }

    public StampedMessage stamp(Message message) {
        var id = Ids.next();
        var type = MessageCatalogue.typeOf(message.getClass());
        var body = MessageJson.write(message);
        if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            throw new IllegalStateException(type + " " + message.key() + " is too large to send");
        }
        var time = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new StampedMessage(
                id,
                MessageCatalogue.topicOf(message.getClass()),
                message.key(),
                type,
                headers(id, type, message.key(), time),
                body,
                time);
    }

    private Map<String, String> headers(UUID id, String type, String key, Instant time) {
        var cause =
                Cause.current()
                        .orElseGet(() -> new Cause(id.toString(), null, "system:" + service));
        var headers = new LinkedHashMap<String, String>();
        headers.put(MessageHeaders.SPEC_VERSION, "1.0");
        headers.put(MessageHeaders.ID, id.toString());
        headers.put(MessageHeaders.SOURCE, "/" + service);
        headers.put(MessageHeaders.TYPE, type);
        headers.put(MessageHeaders.TIME, time.toString());
        headers.put(MessageHeaders.SUBJECT, key);
        headers.put(MessageHeaders.CONTENT_TYPE, "application/json");
        headers.put(MessageHeaders.CORRELATION_ID, cause.correlationId());
        headers.put(MessageHeaders.ACTOR, cause.actor());
        if (cause.causationId() != null) {
            headers.put(MessageHeaders.CAUSATION_ID, cause.causationId().toString());
        }
        headers.putAll(trace.current());
        return headers;
    }
}
