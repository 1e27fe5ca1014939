package guildhall.runtime.message;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

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
    /** Under this name every log line carries the correlation id. */
    public static final String LOG_FIELD = "correlationId";

    private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

    /** Empty outside of any request, message or timer. */
    public static Optional<Cause> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs the work; everything that it publishes carries this cause. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return this;
        });
    }

    /** Runs the work and returns its result; everything that it publishes carries this cause. */
    public <T> T call(Supplier<T> work) {
        var outer = MDC.get(LOG_FIELD);
        MDC.put(LOG_FIELD, correlationId);
        try {
            return ScopedValue.where(CURRENT, this).call(work::get);
        } finally {
            restore(outer);
        }
    }

    private static void restore(@Nullable String outer) {
        if (outer == null) {
            MDC.remove(LOG_FIELD);
        } else {
            MDC.put(LOG_FIELD, outer);
        }
    }
}
