package guildhall.runtime.process;

/** What an operator can ask of a process. */
public enum OperatorAct {
    /** Repeat the step that failed, with the same ids. */
    RETRY,
    /** Go on as if the step had succeeded. */
    SKIP,
    /** Undo what was done and end. */
    COMPENSATE
}
