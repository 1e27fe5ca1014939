package guildhall.runtime.web;

import java.util.Optional;
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

    /** One more than the limit, to know whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(after);
    }

    /** To be thrown when the cursor is not one that this list made. */
    public static Refusal badCursor() {
        return Refusal.parameter("after", "must be the next of an earlier page of this list");
    }
}
