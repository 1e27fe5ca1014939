package guildhall.runtime.consume;

/** Somebody else is dealing with the dead letters of this key right now. */
final class KeyInUseException extends RuntimeException {
    KeyInUseException(String consumer, String key) {
        super("the dead letters of " + consumer + " " + key + " are in use");
    }
}
