package guildhall.runtime.timer;

/** Declared as a bean: what happens when timers of one name fire. */
public interface TimerHandler {
    /** The name given to {@link Timers#schedule}. */
    String name();

    /** Runs in a transaction; when it throws, the timer fires again with backoff. */
    void fire(String key);
}
