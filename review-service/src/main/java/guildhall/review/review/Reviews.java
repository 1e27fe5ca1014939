package guildhall.review.review;

import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.review.Review.Known;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import java.util.List;
import java.util.Optional;

/** All reviews. */
public interface Reviews {
    /** Locks, decides and stores in one transaction. */
    Decision<ReviewEvent, ReviewRejection> handle(ReviewCommand command);

    /** Sealed ones, too: who may see them is for the caller to check. */
    Optional<Known> find(ReviewId id);

    /** Published ones, the newest first, older than the given place. */
    List<Known> about(Party subject, Place before, int limit);
}
