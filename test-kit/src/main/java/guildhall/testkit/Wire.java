package guildhall.testkit;

import guildhall.messages.Message;
import tools.jackson.databind.json.JsonMapper;

/** The JSON body of a message. */
final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static byte[] write(Message message) {
        return JSON.writeValueAsBytes(message);
    }

    static <M extends Message> M read(byte[] body, Class<M> type) {
        return JSON.readValue(body, type);
    }

    private Wire() {}
}
