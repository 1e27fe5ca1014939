package guildhall.review.window;

import guildhall.review.review.Criterion;

public sealed interface WindowRejection {
    /** The contract is not completed, or is not the caller's. */
    record UnknownWindow() implements WindowRejection {}

    /** There is no such review, or it is sealed for the caller. */
    record UnknownReview() implements WindowRejection {}

    record WindowEnded() implements WindowRejection {}

    record AlreadyReviewed() implements WindowRejection {}

    /** What everybody has read is not changed any more. */
    record AlreadyRevealed() implements WindowRejection {}

    /** Talents and clients have criteria of their own. */
    record UnfitCriterion(Criterion criterion) implements WindowRejection {}
}
