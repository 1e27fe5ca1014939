package guildhall.runtime.live;

/**
 * What a connected client is told.
 *
 * @param id where the client may go on after a lost connection
 * @param type such as {@code message}
 * @param data JSON
 */
public record LiveEvent(String id, String type, String data) {}
