package guildhall.review.review;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Side;
import java.time.Instant;

/**
 * A review as its author wrote it.
 *
 * @param edition 1 at first, one more with every rewriting
 */
public record WrittenReview(
        ReviewId id,
        ContractId contract,
        Side reviewer,
        Side subject,
        ReviewContent content,
        int edition,
        Instant submittedAt) {
    public WrittenReview rewritten(ReviewContent better) {
        return new WrittenReview(id, contract, reviewer, subject, better, edition + 1, submittedAt);
    }
}
