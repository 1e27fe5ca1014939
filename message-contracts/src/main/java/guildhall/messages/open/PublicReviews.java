package guildhall.messages.open;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.List;

/** Reviews as partners see them. */
@Topic("public.review")
public sealed interface PublicReviews extends Message {
    ContractId contractId();

    @Override
    default String key() {
        return contractId().toString();
    }

    /** The ratings that a contract earned both sides. */
    @MessageType("public.reviews-published.v1")
    record PublicReviewsPublishedV1(
            ContractId contractId, List<PublicRatingV1> ratings, Instant publishedAt)
            implements PublicReviews {
        public PublicReviewsPublishedV1 {
            ratings = List.copyOf(ratings);
        }
    }

    /** One rating from 1 to 5. */
    record PublicRatingV1(Party subject, int rating) {}
}
