package guildhall.stack.settings;

/** The user wrote something that cannot be meant; the message names the file, key and value. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSettings(String message) {
        super(message);
    }
}
