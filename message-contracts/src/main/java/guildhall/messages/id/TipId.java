package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One tip for finished work. */
public record TipId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TipId {}

    public static TipId of(String text) {
        return new TipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
