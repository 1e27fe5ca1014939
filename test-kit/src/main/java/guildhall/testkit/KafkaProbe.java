package guildhall.testkit;

import static java.util.Objects.requireNonNull;

import guildhall.messages.Message;
import guildhall.messages.MessageCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The other services, as seen from the one under test: publishes any message of the catalogue the
 * way they do, and reads every topic from its beginning. Messages are CloudEvents 1.0 in binary
 * mode, with a JSON body.
 *
 * <pre>{@code
 * probe.publish(new EscrowFundedV1(…));
 *
 * var confirmed = probe.await(ContractActivatedV1.class, m -> m.contractId().equals(contract));
 * }</pre>
 */
public final class KafkaProbe implements AutoCloseable {
    /** How long {@link #await} waits unless told: long, because it only costs when it fails. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String prefix;
    private final ProbeWriter writer;
    private final ProbeReader reader;

    /**
     * @param prefix the {@code TOPIC_PREFIX} of the services to talk to; may be empty
     */
    public KafkaProbe(String bootstrap, String prefix) {
        this.prefix = prefix;
        this.writer = new ProbeWriter(bootstrap);
        this.reader = new ProbeReader(bootstrap);
    }

    /** Publishes and waits for the broker's acknowledgement. Returns the {@code ce_id}. */
    public UUID publish(Message message) {
        var id = UUID.randomUUID();
        publish(id, message);
        return id;
    }

    /** With a given {@code ce_id}: the same one again is a redelivery of the same message. */
    public void publish(UUID id, Message message) {
        publish(id, message, Map.of());
    }

    /**
     * @param extraHeaders added to or replacing the usual ones, for example {@code correlationid}
     */
    public void publish(UUID id, Message message, Map<String, String> extraHeaders) {
        var headers = headers(id, message.getClass(), message.key());
        headers.putAll(extraHeaders);
        writer.send(topicOf(message.getClass()), message.key(), headers, Wire.write(message));
    }

    /** The right headers around a body that is not even JSON. Returns the {@code ce_id}. */
    public UUID publishMalformed(Class<? extends Message> type, String key) {
        return publishBody(type, key, "{\"broken\": ");
    }

    /** The right headers around any body. Returns the {@code ce_id}. */
    public UUID publishBody(Class<? extends Message> type, String key, String body) {
        var id = UUID.randomUUID();
        writer.send(
                topicOf(type), key, headers(id, type, key), body.getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** A type that no service of this build knows, on the topic of one that is known. */
    public UUID publishUnknownType(Class<? extends Message> neighbour, String key) {
        var id = UUID.randomUUID();
        var headers = headers(id, neighbour, key);
        headers.put("ce_type", "future.something-happened.v1");
        writer.send(topicOf(neighbour), key, headers, "{}".getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** The first message of this type that satisfies the predicate, old or new. */
    public <M extends Message> M await(Class<M> type, Predicate<? super M> wanted) {
        return await(type, wanted, PATIENCE);
    }

    /** As {@link #await}, waiting longer or shorter than usual. */
    public <M extends Message> M await(
            Class<M> type, Predicate<? super M> wanted, Duration patience) {
        return awaitArrival(type, wanted, patience).message();
    }

    /** As {@link #await}, with the envelope. */
    public <M extends Message> Arrival<M> awaitArrival(Class<M> type, Predicate<? super M> wanted) {
        return awaitArrival(type, wanted, PATIENCE);
    }

    private <M extends Message> Arrival<M> awaitArrival(
            Class<M> type, Predicate<? super M> wanted, Duration patience) {
        return reader.await(topicOf(type), patience, record -> matching(record, type, wanted))
                .orElseThrow(() -> new AssertionError(notFound(type, patience)));
    }

    /** Every message of this type that is on the topic at this moment, in the order of arrival. */
    public <M extends Message> List<M> all(Class<M> type) {
        return arrivals(type).stream().map(Arrival::message).toList();
    }

    /** As {@link #all}, with the envelopes. */
    public <M extends Message> List<Arrival<M>> arrivals(Class<M> type) {
        return reader.everything(topicOf(type)).stream()
                .filter(record -> Arrival.isOf(record, type))
                .map(record -> Arrival.of(record, type))
                .toList();
    }

    /**
     * Watches for that long and fails when such a message is or arrives there. To show that
     * something is ignored, better await a later message of the same key and then look at {@link
     * #all}.
     */
    public <M extends Message> void noneWithin(
            Duration time, Class<M> type, Predicate<? super M> unwanted) {
        reader.await(topicOf(type), time, record -> matching(record, type, unwanted))
                .ifPresent(found -> {
                    throw new AssertionError("Nobody should have sent " + found);
                });
    }

    /** The records of any topic, for example {@code contract.events.dlt}; the prefix is added. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return reader.everything(topicOf(topic));
    }

    /** The topic of a type, prefix included. */
    public String topicOf(Class<? extends Message> type) {
        return topicOf(MessageCatalogue.topicOf(type));
    }

    /** A topic such as {@code contract.events.dlt} with the prefix before it. */
    public String topicOf(String topic) {
        return prefix + topic;
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }

    private static <M extends Message> Optional<Arrival<M>> matching(
            ConsumerRecord<String, byte[]> record, Class<M> type, Predicate<? super M> wanted) {
        return Optional.of(record)
                .filter(candidate -> Arrival.isOf(candidate, type))
                .map(candidate -> Arrival.of(candidate, type))
                .filter(arrival -> wanted.test(arrival.message()));
    }

    private String notFound(Class<? extends Message> type, Duration patience) {
        var seen =
                reader.everything(topicOf(type)).stream()
                        .map(record -> "%n  %s".formatted(Arrival.describe(record)))
                        .toList();
        return "No such %s within %s. Seen on %s:%s"
                .formatted(
                        type.getSimpleName(),
                        patience,
                        topicOf(type),
                        seen.isEmpty() ? " nothing" : String.join("", seen));
    }

    private static Map<String, String> headers(UUID id, Class<? extends Message> type, String key) {
        var owner = requireNonNull(MessageCatalogue.typeOf(type)).split("\\.", 2)[0];
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "/" + owner + "-service");
        headers.put("ce_type", MessageCatalogue.typeOf(type));
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_subject", key);
        headers.put("correlationid", UUID.randomUUID().toString());
        headers.put("actor", "system:test");
        headers.put("content-type", "application/json");
        return headers;
    }
}
