package guildhall.review.review;

import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import java.time.Instant;

public sealed interface ReviewCommand {
    ReviewId id();

    record RespondToReview(ReviewId id, Party by, String text, Instant at)
            implements ReviewCommand {}
}
