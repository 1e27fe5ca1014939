package guildhall.runtime.timer;

import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import java.time.Instant;

/** Timers as rows of the present transaction. */
final class JdbcTimers implements Timers {
    private final TimerTable table;
    private final TimerHandlers handlers;

    JdbcTimers(TimerTable table, TimerHandlers handlers) {
        this.table = table;
        this.handlers = handlers;
    }

    @Override
    public void schedule(String name, String key, Instant at) {
        if (!handlers.byName().containsKey(name)) {
            throw new IllegalStateException("Nothing handles timers named " + name);
        }
        var correlationId =
                Cause.current().map(Cause::correlationId).orElseGet(() -> Ids.next().toString());
        table.set(name, key, at, correlationId);
    }

    @Override
    public void cancel(String name, String key) {
        table.cancel(name, key);
    }
}
