package guildhall.runtime.consume;

import static java.util.Objects.requireNonNull;

import guildhall.messages.Message;
import guildhall.messages.MessageCatalogue;
import guildhall.runtime.message.MessageJson;
import guildhall.runtime.message.Received;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What one consumer group listens to, declared as a bean. On PostgreSQL the handler runs inside the
 * transaction that also records the message in the inbox. On MongoDB it must be idempotent by
 * itself (natural keys), because the inbox row is written after it.
 *
 * <pre>{@code
 * @Bean
 * Subscription hiring(Hiring hiring) {
 *     return Subscription.named("contract.hiring")
 *             .on(ProposalAcceptedV1.class, m -> hiring.start(m.message()))
 *             .on(EscrowFundedV1.class, m -> hiring.funded(m.message()));
 * }
 * }</pre>
 */
public final class Subscription {
    private final String name;
    private final Map<Class<? extends Message>, Consumer<Received<? extends Message>>> handlers =
            new LinkedHashMap<>();
    private final Map<String, Class<? extends Message>> byType = new HashMap<>();

    private Subscription(String name) {
        this.name = name;
    }

    /** The name is the Kafka consumer group and the consumer in the inbox: never change it. */
    public static Subscription named(String name) {
        return new Subscription(name);
    }

    /** Adds a type. A second handler for the same type is a programming error. */
    @SuppressWarnings("unchecked") // The runtime looks the handler up by the class of the message.
    public <M extends Message> Subscription on(Class<M> type, Consumer<Received<M>> handler) {
        var previous = handlers.put(type, received -> handler.accept((Received<M>) received));
        if (previous != null) {
            throw new IllegalStateException(name + " handles " + type + " twice");
        }
        byType.put(MessageCatalogue.typeOf(type), type);
        return this;
    }

    public String name() {
        return name;
    }

    /** The topics of all declared types. */
    public Set<String> topics() {
        return handlers.keySet().stream()
                .map(MessageCatalogue::topicOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Map<Class<? extends Message>, Consumer<Received<? extends Message>>> handlers() {
        return Collections.unmodifiableMap(handlers);
    }

    boolean takes(String type) {
        return byType.containsKey(type);
    }

    /** Reads the message and calls its handler. */
    void handle(Delivery delivery) {
        var type = byType.get(delivery.type());
        if (type == null) {
            throw new IllegalStateException(name + " no longer takes " + delivery.type());
        }
        var message = MessageJson.read(delivery.body(), type);
        requireNonNull(handlers.get(type))
                .accept(new Received<>(delivery.messageId(), delivery.time(), message));
    }
}
