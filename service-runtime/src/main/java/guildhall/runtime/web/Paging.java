package guildhall.runtime.web;

import guildhall.runtime.list.Place;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, as a controller argument: {@code ?limit=} from 1 to 100, 20 when
 * absent, and {@code &after=} as the previous page named it. Read {@link #rows()} rows after the
 * cursor and give them to {@link Page#of}.
 */
public record Paging(int limit, @Nullable String after) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    public static final int MAX_CURSOR_LENGTH = 200;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** One more than the limit, to know whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(after);
    }

    /** The cursor of a list whose newest come first; the top on the first page. */
    public Place place() {
        return cursor().map(text -> Place.ofCursor(text).orElseThrow(Paging::badCursor))
                .orElse(Place.TOP);
    }

    /** The cursor of a list that counts down; the largest number on the first page. */
    public long beforeNumber() {
        return cursor().map(text -> Optional.of(text).filter(NUMBER.asMatchPredicate()))
                .map(text -> Long.parseLong(text.orElseThrow(Paging::badCursor)))
                .orElse(Long.MAX_VALUE);
    }

    /** The cursor of a list in the order of ids; empty on the first page. */
    public Optional<UUID> afterId() {
        try {
            return cursor().map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            throw badCursor();
        }
    }

    /** To be thrown when the cursor is not one that this list made. */
    public static Refusal badCursor() {
        return Refusal.parameter("after", "must be the next of an earlier page of this list");
    }
}
