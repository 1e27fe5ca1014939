package guildhall.review.review;

import guildhall.messages.id.ReviewId;
import java.time.Instant;

public sealed interface ReviewEvent {
    record ReviewResponded(ReviewId id, String text, Instant at) implements ReviewEvent {}
}
