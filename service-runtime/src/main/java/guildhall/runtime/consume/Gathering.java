package guildhall.runtime.consume;

import guildhall.messages.Message;
import guildhall.runtime.consume.Subscription.Work;
import guildhall.runtime.message.Received;
import java.util.ArrayList;
import java.util.List;
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
    private final Handlers<List<W>> handlers;

    Gathering(String name, Consumer<List<W>> writer) {
        this.name = name;
        this.writer = writer;
        this.handlers = new Handlers<>(name);
    }

    /**
     * Adds a type. A second handler for the same type is a programming error.
     *
     * @param handler says what to write; called with the cause and in the trace of its message
     */
    public <M extends Message> Gathering<W> on(
            Class<M> type, Function<Received<M>, List<W>> handler) {
        handlers.add(type, handler);
        return this;
    }

    /** The subscription; see {@link Subscription#unhurried}. */
    public Subscription unhurried() {
        return Subscription.together(name, handlers.types(), this::begin).unhurried();
    }

    private Work begin(List<Received<? extends Message>> messages) {
        var gathered = new ArrayList<W>();
        var each =
                messages.stream()
                        .<Runnable>map(message -> () -> gathered.addAll(handlers.handle(message)))
                        .toList();
        return new Work(each, () -> writer.accept(List.copyOf(gathered)));
    }
}
