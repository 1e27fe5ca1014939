package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One payment that a bank took back. */
public record ChargebackId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChargebackId {}

    public static ChargebackId of(String text) {
        return new ChargebackId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
