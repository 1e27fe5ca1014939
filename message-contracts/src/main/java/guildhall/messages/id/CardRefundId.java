package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One refund of a payment to the card or account that it came from. */
public record CardRefundId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CardRefundId {}

    public static CardRefundId of(String text) {
        return new CardRefundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
