package guildhall.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What is checked of one party: there is one verification per party, for ever. */
public record VerificationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VerificationId {}

    public static VerificationId of(String text) {
        return new VerificationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
