package guildhall.runtime.consume;

import static java.util.Objects.requireNonNull;

import guildhall.messages.Message;
import guildhall.runtime.consume.Subscription.Work;
import guildhall.runtime.message.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A subscription in the making, see {@link Subscription#gathering}.
 *
 * @param <W> what is to be written
 */
public final class Gathering<W> {
    private final String name;
    private final Consumer<List<W>> writer;
    private final Map<Class<? extends Message>, Function<Received<? extends Message>, List<W>>>
            handlers = new LinkedHashMap<>();

    Gathering(String name, Consumer<List<W>> writer) {
        this.name = name;
        this.writer = writer;
    }

    /**
     * Adds a type. A second handler for the same type is a programming error.
     *
     * @param handler says what to write; called with the cause and in the trace of its message
     */
    @SuppressWarnings("unchecked") // Looked up by the class of the message.
    public <M extends Message> Gathering<W> on(
            Class<M> type, Function<Received<M>, List<W>> handler) {
        var previous = handlers.put(type, received -> handler.apply((Received<M>) received));
        if (previous != null) {
            throw new IllegalStateException(name + " handles " + type + " twice");
        }
        return this;
    }

    /** The subscription; see {@link Subscription#unhurried}. */
    public Subscription unhurried() {
        return Subscription.together(name, Set.copyOf(handlers.keySet()), this::begin).unhurried();
    }

    private Work begin(List<Received<? extends Message>> messages) {
        var gathered = new ArrayList<W>();
        var each =
                messages.stream()
                        .<Runnable>map(message -> () -> gathered.addAll(gather(message)))
                        .toList();
        return new Work(each, () -> writer.accept(List.copyOf(gathered)));
    }

    private List<W> gather(Received<? extends Message> message) {
        return requireNonNull(handlers.get(message.message().getClass())).apply(message);
    }
}
