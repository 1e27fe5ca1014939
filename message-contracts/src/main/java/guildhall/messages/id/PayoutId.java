package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One withdrawal; the idempotency key of that withdrawal. */
public record PayoutId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutId {}

    public static PayoutId of(String text) {
        return new PayoutId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
