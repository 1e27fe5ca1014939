package guildhall.review.window;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.review.review.ReviewContent;
import guildhall.review.review.WrittenReview;
import java.time.Instant;

public sealed interface WindowEvent {
    record WindowOpened(Window window) implements WindowEvent {}

    /** One side is in; it stays sealed. */
    record ReviewSealed(WrittenReview review) implements WindowEvent {}

    record ReviewRewritten(ReviewId review, ReviewContent content, Instant at)
            implements WindowEvent {}

    /** Both sides are in, so both are out. */
    record ReviewsExchanged(WrittenReview second) implements WindowEvent {}

    /** Time is up for the other side. */
    record ReviewRevealed(ContractId contract, Instant at) implements WindowEvent {}

    record WindowLapsed(ContractId contract, Instant at) implements WindowEvent {}
}
