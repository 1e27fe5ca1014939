package guildhall.runtime.process;

import java.util.Collection;

/** All running and ended processes of this service. */
public interface Processes {
    /**
     * Feeds a signal to the process of the manager's type with this business key: loads and locks
     * it, reacts, stores the next state with its history and deadline, and performs the effects.
     * Joins the present transaction, or opens one.
     */
    <S, I, F> void signal(ProcessManager<S, I, F> manager, String businessKey, I signal);

    /** The same, at less cost when this is the first signal of the process. */
    <S, I, F> void begin(ProcessManager<S, I, F> manager, String businessKey, I signal);

    /**
     * Locks and reads at once the processes that will have signals in the present transaction;
     * those that have not begun are passed over.
     */
    void lock(ProcessManager<?, ?, ?> manager, Collection<String> businessKeys);
}
