package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An intent to bring money in through a provider. */
public record PaymentIntentId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentIntentId {}

    public static PaymentIntentId of(String text) {
        return new PaymentIntentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
