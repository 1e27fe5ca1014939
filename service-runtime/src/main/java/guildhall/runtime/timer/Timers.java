package guildhall.runtime.timer;

import java.time.Instant;

/** Timers of this service. */
public interface Timers {
    /** Sets or moves the timer with this name and key, in the present transaction. */
    void schedule(String name, String key, Instant at);

    /** Removes it; nothing happens when it is not there. */
    void cancel(String name, String key);
}
