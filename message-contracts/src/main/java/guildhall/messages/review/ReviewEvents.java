package guildhall.messages.review;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;

/** Facts about the reviews of one contract. The key is the contract. */
@Topic("review.review.events")
public sealed interface ReviewEvents extends Message {
    ContractId contractId();

    @Override
    default String key() {
        return contractId().toString();
    }

    /** Both sides may review each other until the window closes. */
    @MessageType("review.review-window-opened.v1")
    record ReviewWindowOpenedV1(
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            Instant opensAt,
            Instant closesAt)
            implements ReviewEvents {}

    /** One side has reviewed; the content stays sealed. */
    @MessageType("review.review-submitted.v1")
    record ReviewSubmittedV1(
            ContractId contractId,
            ReviewId reviewId,
            Side reviewer,
            Side subject,
            Instant submittedAt)
            implements ReviewEvents {}

    /** The reviews of a contract became visible, all at the same time. */
    @MessageType("review.reviews-published.v1")
    record ReviewsPublishedV1(
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            List<PublishedReviewV1> reviews,
            Instant publishedAt)
            implements ReviewEvents {
        public ReviewsPublishedV1 {
            reviews = List.copyOf(reviews);
        }
    }

    /** One published review. */
    record PublishedReviewV1(
            ReviewId reviewId, Party reviewer, Party subject, int rating, String comment) {}
}
