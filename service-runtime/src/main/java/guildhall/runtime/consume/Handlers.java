package guildhall.runtime.consume;

import static java.util.Objects.requireNonNull;

import guildhall.messages.Message;
import guildhall.runtime.message.Received;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is done with each type of message.
 *
 * @param <R> what comes of one
 */
final class Handlers<R> {
    private final String subscription;
    private final Map<Class<? extends Message>, Function<Received<? extends Message>, R>> byType =
            new LinkedHashMap<>();

    Handlers(String subscription) {
        this.subscription = subscription;
    }

    /** A second handler for the same type is a programming error. */
    @SuppressWarnings("unchecked") // Looked up by the class of the message.
    <M extends Message> void add(Class<M> type, Function<Received<M>, R> handler) {
        var previous = byType.put(type, received -> handler.apply((Received<M>) received));
        if (previous != null) {
            throw new IllegalStateException(subscription + " handles " + type + " twice");
        }
    }

    Set<Class<? extends Message>> types() {
        return Set.copyOf(byType.keySet());
    }

    R handle(Received<? extends Message> received) {
        return requireNonNull(byType.get(received.message().getClass())).apply(received);
    }
}
