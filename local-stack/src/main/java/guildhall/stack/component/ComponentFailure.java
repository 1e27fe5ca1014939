package guildhall.stack.component;

/** A component could not be started or stopped; the message is for the person at the screen. */
public final class ComponentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ComponentFailure(String message) {
        super(message);
    }

    public ComponentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
