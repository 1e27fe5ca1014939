package guildhall.stack.component;

/** How a component is doing. */
public enum ComponentState {
    /** Never started, or stopped on purpose. */
    STOPPED,
    /** It was started, nobody stopped it, and its process is gone. */
    CRASHED,
    /** Its process lives but does not serve (yet). */
    RUNNING,
    READY
}
