package guildhall.runtime.process;

/** How a process stands. */
public enum ProcessStatus {
    RUNNING,
    /** Out of options: an operator must retry, skip or compensate. */
    STUCK,
    ENDED
}
