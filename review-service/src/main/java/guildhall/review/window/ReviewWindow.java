package guildhall.review.window;

import guildhall.review.review.WrittenReview;
import java.util.List;

/** The states of a window. What was written shows only in {@code Revealed}. */
public sealed interface ReviewWindow {
    record Absent() implements ReviewWindow {}

    sealed interface Known extends ReviewWindow {
        Window window();
    }

    /** Nobody has written. */
    record Open(Window window) implements Known {}

    /** One side has; the other does not see what. */
    record HalfReviewed(Window window, WrittenReview review) implements Known {}

    /** Everything that was written is out. */
    record Revealed(Window window, List<WrittenReview> reviews) implements Known {
        public Revealed {
            reviews = List.copyOf(reviews);
        }
    }

    /** It ended, and nobody had written. */
    record Lapsed(Window window) implements Known {}
}
