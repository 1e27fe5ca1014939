package guildhall.runtime.message;

import java.util.Map;

/**
 * What a relay read from its store.
 *
 * @param topic without the prefix of the installation
 */
public record OutgoingMessage(String topic, String key, Map<String, String> headers, String body) {}
