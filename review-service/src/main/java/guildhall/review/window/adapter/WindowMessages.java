package guildhall.review.window.adapter;

import guildhall.messages.Message;
import guildhall.messages.open.PublicReviews.PublicRatingV1;
import guildhall.messages.open.PublicReviews.PublicReviewsPublishedV1;
import guildhall.messages.review.ReviewEvents.PublishedReviewV1;
import guildhall.messages.review.ReviewEvents.ReviewSubmittedV1;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewsPublishedV1;
import guildhall.review.review.WrittenReview;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.review.window.ReviewWindow.Revealed;
import guildhall.review.window.Window;
import guildhall.review.window.WindowEvent;
import guildhall.review.window.WindowEvent.*;
import java.time.Instant;
import java.util.List;

/** What other services and partners learn; never the words of a sealed review. */
final class WindowMessages {

    /**
     * @param after the event
     */
    static List<Message> of(WindowEvent event, Known after) {
        return switch (event) {
            case WindowOpened(var window) -> List.of(opened(window));
            case ReviewSealed(var review) -> List.of(submitted(review));
            case ReviewsExchanged(var second) ->
                    List.of(
                            submitted(second),
                            published((Revealed) after, second.submittedAt()),
                            publicly((Revealed) after, second.submittedAt()));
            case ReviewRevealed(_, var at) ->
                    List.of(published((Revealed) after, at), publicly((Revealed) after, at));
            case ReviewRewritten _, WindowLapsed _ -> List.of();
        };
    }

    private static ReviewWindowOpenedV1 opened(Window window) {
        return new ReviewWindowOpenedV1(
                window.contract(),
                window.title(),
                window.client(),
                window.talent(),
                window.opensAt(),
                window.closesAt());
    }

    private static ReviewSubmittedV1 submitted(WrittenReview review) {
        return new ReviewSubmittedV1(
                review.contract(),
                review.id(),
                review.reviewer(),
                review.subject(),
                review.submittedAt());
    }

    private static ReviewsPublishedV1 published(Revealed revealed, Instant at) {
        var window = revealed.window();
        var reviews =
                revealed.reviews().stream()
                        .map(review ->
                                new PublishedReviewV1(
                                        review.id(),
                                        review.reviewer().party(),
                                        review.subject().party(),
                                        review.content().rating(),
                                        review.content().comment()))
                        .toList();
        return new ReviewsPublishedV1(
                window.contract(), window.title(), window.client(), window.talent(), reviews, at);
    }

    private static PublicReviewsPublishedV1 publicly(Revealed revealed, Instant at) {
        var ratings =
                revealed.reviews().stream()
                        .map(review ->
                                new PublicRatingV1(
                                        review.subject().party(), review.content().rating()))
                        .toList();
        return new PublicReviewsPublishedV1(revealed.window().contract(), ratings, at);
    }

    private WindowMessages() {}
}
