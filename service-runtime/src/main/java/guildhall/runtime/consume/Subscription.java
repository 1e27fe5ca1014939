package guildhall.runtime.consume;

import guildhall.messages.Message;
import guildhall.messages.MessageCatalogue;
import guildhall.runtime.message.MessageJson;
import guildhall.runtime.message.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final Handlers<Runnable> handlers;
    private final Map<String, Class<? extends Message>> byType = new HashMap<>();
    private @Nullable TogetherHandler together;
    private Consumer<List<Message>> preparation = _ -> {};
    private boolean bundled;
    private boolean unhurried;

    /** Handles several messages at once. */
    interface TogetherHandler {
        Work handle(List<Received<? extends Message>> messages);
    }

    /**
     * What is left to do for messages.
     *
     * @param each for each of them, in their order, with its cause and in its trace
     * @param end for all of them
     */
    record Work(List<Runnable> each, Runnable end) {
        static Work of(List<Runnable> each) {
            return new Work(each, () -> {});
        }

        void run() {
            each.forEach(Runnable::run);
            end.run();
        }
    }

    private Subscription(String name) {
        this.name = name;
        this.handlers = new Handlers<>(name);
    }

    /** The name is the Kafka consumer group and the consumer in the inbox: never change it. */
    public static Subscription named(String name) {
        return new Subscription(name);
    }

    /** Adds a type. A second handler for the same type is a programming error. */
    public <M extends Message> Subscription on(Class<M> type, Consumer<Received<M>> handler) {
        handlers.add(type, received -> () -> handler.accept(received));
        take(type);
        return this;
    }

    private void take(Class<? extends Message> type) {
        byType.put(MessageCatalogue.typeOf(type), type);
    }

    static Subscription together(
            String name, Set<Class<? extends Message>> types, TogetherHandler handler) {
        var subscription = new Subscription(name);
        types.forEach(subscription::take);
        subscription.together = handler;
        return subscription;
    }

    /**
     * A subscription whose handlers say what to write, and which writes at once what several
     * messages have caused.
     *
     * @param writer writes it; on MongoDB idempotently, as handlers there must
     */
    public static <W> Gathering<W> gathering(String name, Consumer<List<W>> writer) {
        return new Gathering<>(name, writer);
    }

    /**
     * A subscription that handles its messages together: as many as have arrived, in their order,
     * in one transaction, with one inbox entry each. The handler returns one answer for each
     * message, in the same order; every answer is published with the cause and the trace of its own
     * message. When it throws, the messages are handled one by one, so that a bad one does not harm
     * the others. Only on PostgreSQL.
     *
     * @param outbox where the answers go
     */
    public static <M extends Message> Subscription together(
            String name,
            Set<Class<? extends M>> types,
            Function<List<Received<M>>, List<? extends Message>> handler,
            Consumer<Message> outbox) {
        return togetherWithMany(
                name,
                types,
                messages -> handler.apply(messages).stream().map(List::of).toList(),
                outbox);
    }

    /** As {@link #together}, with any number of answers to each message. */
    @SuppressWarnings("unchecked") // Only messages of these types are handed over.
    public static <M extends Message> Subscription togetherWithMany(
            String name,
            Set<Class<? extends M>> types,
            Function<List<Received<M>>, ? extends List<? extends List<? extends Message>>> handler,
            Consumer<Message> outbox) {
        return together(
                name,
                Set.copyOf(types),
                messages -> {
                    var answers =
                            handler.apply((List<Received<M>>) (List<?>) List.copyOf(messages));
                    if (answers.size() != messages.size()) {
                        throw new IllegalStateException(
                                name + " answered " + answers.size() + " of " + messages.size());
                    }
                    return Work.of(
                            answers.stream()
                                    .<Runnable>map(own -> () -> own.forEach(outbox))
                                    .toList());
                });
    }

    /**
     * Those messages that have arrived when the one before is done with are taken together: much to
     * do is done at less cost, and nobody waits longer where there is little. On PostgreSQL they
     * are one transaction, in their order; one that fails is undone and each message handled by
     * itself, also when two instances have locked the same rows in different orders. On MongoDB,
     * when one of them fails or the service is killed, all of them may be handled again.
     */
    public Subscription bundled() {
        bundled = true;
        return this;
    }

    /**
     * @param preparation is given all messages that are about to be handled in the present
     *     transaction, to lock and read at once what their handlers need
     */
    public Subscription preparedBy(Consumer<List<Message>> preparation) {
        this.preparation = preparation;
        return this;
    }

    /**
     * Nobody waits for the effect: {@link #bundled}, with all that arrives within {@code
     * guildhall.consume.linger}.
     */
    public Subscription unhurried() {
        unhurried = true;
        return bundled();
    }

    public String name() {
        return name;
    }

    boolean isUnhurried() {
        return unhurried;
    }

    boolean isTogether() {
        return bundled || together != null;
    }

    /** The topics of all declared types. */
    public Set<String> topics() {
        return byType.values().stream()
                .map(MessageCatalogue::topicOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean takes(String type) {
        return byType.containsKey(type);
    }

    /** Reads the message and calls its handler. */
    void handle(Delivery delivery) {
        begin(List.of(delivery)).run();
    }

    /** Reads the messages and begins to handle them; the work that is left comes back. */
    Work begin(List<Delivery> deliveries) {
        var received = new ArrayList<Received<? extends Message>>();
        deliveries.forEach(delivery -> received.add(read(delivery)));
        if (together != null) {
            return together.handle(received);
        }
        preparation.accept(received.stream().<Message>map(Received::message).toList());
        return Work.of(received.stream().map(handlers::handle).toList());
    }

    private Received<? extends Message> read(Delivery delivery) {
        var type = byType.get(delivery.type());
        if (type == null) {
            throw new IllegalStateException(name + " no longer takes " + delivery.type());
        }
        return new Received<>(
                delivery.messageId(), delivery.time(), MessageJson.read(delivery.body(), type));
    }
}
