package guildhall.stack.process;

/** The ways of asking a process to end. */
public enum StopSignal {
    TERMINATE,
    /** PostgreSQL's fast shutdown: it would wait for all clients on TERMINATE. */
    INTERRUPT,
    /** SIGKILL, for the process and its children: nothing is asked. */
    KILL
}
