package guildhall.runtime.message;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why the present work is done: the correlation id of the request or timer that began it all, the
 * message that directly caused it, and on whose behalf. The outbox copies it into the headers of
 * what is published, the log into every line.
 *
 * @param correlationId the same from the first HTTP request to the last event
 * @param causationId the message that is being handled; null in an HTTP request
 * @param actor {@code user:<id>}, {@code staff:<id>}, {@code client:<id>} or {@code
 *     system:<service>}
 */
public record Cause(String correlationId, @Nullable UUID causationId, String actor) {
    private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

    /** Empty outside of any request, message or timer. */
    public static Optional<Cause> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs the work; everything that it publishes carries this cause. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** Runs the work and returns its result; everything that it publishes carries this cause. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
