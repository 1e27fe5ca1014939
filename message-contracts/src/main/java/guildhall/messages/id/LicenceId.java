package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One right to use an asset, asked for by its buyer. */
public record LicenceId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LicenceId {}

    public static LicenceId of(String text) {
        return new LicenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
