package guildhall.runtime.message;

import guildhall.messages.Message;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of message bodies. It is not the mapper of the web layer, so that a setting made for clients
 * cannot change what travels between services. Unknown fields are ignored, because a newer sender
 * may add some; a missing number or flag is an error and never a silent zero.
 */
public final class MessageJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    public static String write(Message message) {
        return MAPPER.writeValueAsString(message);
    }

    /**
     * @throws MalformedMessageException when this is not the JSON of such a message
     */
    public static <M extends Message> M read(String body, Class<M> type) {
        try {
            var message = MAPPER.readValue(body, type);
            if (message == null) {
                throw new MalformedMessageException("the body is null", null);
            }
            return message;
        } catch (JacksonException e) {
            throw new MalformedMessageException("the body is not a " + type.getSimpleName(), e);
        }
    }

    public static String writeHeaders(Map<String, String> headers) {
        return MAPPER.writeValueAsString(headers);
    }

    public static Map<String, String> readHeaders(String headers) {
        return MAPPER.readValue(headers, HEADERS);
    }

    private MessageJson() {}
}
