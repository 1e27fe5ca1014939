package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Money locked for exactly one milestone. */
public record EscrowId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EscrowId {}

    public static EscrowId of(String text) {
        return new EscrowId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
