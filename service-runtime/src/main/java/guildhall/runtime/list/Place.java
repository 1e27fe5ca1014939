package guildhall.runtime.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in a list that is ordered by time, newest first; things of one instant by their id. */
public record Place(Instant at, UUID id) {
    /** Before everything. */
    public static final Place TOP =
            new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    public String toCursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(UTF_8));
    }

    /** Later times exist here, but not in every database. */
    private boolean isPlausible() {
        return !at.isBefore(Instant.EPOCH) && !at.isAfter(TOP.at);
    }

    /** Empty when no list made this cursor. */
    public static Optional<Place> ofCursor(String cursor) {
        try {
            var words = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", -1);
            return words.length == 2
                    ? Optional.of(new Place(Instant.parse(words[0]), UUID.fromString(words[1])))
                            .filter(Place::isPlausible)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
