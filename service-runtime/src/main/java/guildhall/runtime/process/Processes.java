package guildhall.runtime.process;

/** All running and ended processes of this service. */
public interface Processes {
    /**
     * Feeds a signal to the process of the manager's type with this business key: loads and locks
     * it, reacts, stores the next state with its history and deadline, and performs the effects.
     * Joins the present transaction, or opens one.
     */
    <S, I, F> void signal(ProcessManager<S, I, F> manager, String businessKey, I signal);
}
