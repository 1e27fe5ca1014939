package guildhall.review.window.adapter;

import static guildhall.review.review.ReviewSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.open.PublicReviews.PublicRatingV1;
import guildhall.messages.open.PublicReviews.PublicReviewsPublishedV1;
import guildhall.messages.review.ReviewEvents.PublishedReviewV1;
import guildhall.messages.review.ReviewEvents.ReviewSubmittedV1;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewsPublishedV1;
import guildhall.review.window.ReviewWindow.HalfReviewed;
import guildhall.review.window.ReviewWindow.Open;
import guildhall.review.window.ReviewWindow.Revealed;
import guildhall.review.window.Window;
import guildhall.review.window.WindowEvent.*;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowMessagesTest {
    static final Window WINDOW =
            new Window(CONTRACT, "Logo", BAKERY, ADA, NOON, NOON.plus(Duration.ofDays(14)));
    static final PublishedReviewV1 OF_ADA_OUT =
            new PublishedReviewV1(OF_ADA, BAKERY.party(), ADA.party(), 5, "Lovely logo.");
    static final PublishedReviewV1 OF_BAKERY_OUT =
            new PublishedReviewV1(OF_BAKERY, ADA.party(), BAKERY.party(), 4, "Clear brief.");

    @Test
    void tellsThatAWindowOpened() {
        assertThat(WindowMessages.of(new WindowOpened(WINDOW), new Open(WINDOW)))
                .containsExactly(
                        new ReviewWindowOpenedV1(
                                CONTRACT, "Logo", BAKERY, ADA, NOON, WINDOW.closesAt()));
    }

    @Test
    void tellsThatASideHasReviewedButNotWhat() {
        var after = new HalfReviewed(WINDOW, ofAda());

        assertThat(WindowMessages.of(new ReviewSealed(ofAda()), after))
                .containsExactly(new ReviewSubmittedV1(CONTRACT, OF_ADA, BAKERY, ADA, NOON));
        assertThat(WindowMessages.of(new ReviewRewritten(OF_ADA, PRAISE, NOON), after)).isEmpty();
    }

    @Test
    void publishesBothTogetherAndToPartnersTheRatingsOnly() {
        var after = new Revealed(WINDOW, List.of(ofAda(), ofBakery()));

        assertThat(WindowMessages.of(new ReviewsExchanged(ofBakery()), after))
                .containsExactly(
                        new ReviewSubmittedV1(CONTRACT, OF_BAKERY, ADA, BAKERY, NOON),
                        new ReviewsPublishedV1(
                                CONTRACT,
                                "Logo",
                                BAKERY,
                                ADA,
                                List.of(OF_ADA_OUT, OF_BAKERY_OUT),
                                NOON),
                        new PublicReviewsPublishedV1(
                                CONTRACT,
                                List.of(
                                        new PublicRatingV1(ADA.party(), 5),
                                        new PublicRatingV1(BAKERY.party(), 4)),
                                NOON));
    }

    @Test
    void publishesTheOnlyReviewAtTheEnd() {
        var after = new Revealed(WINDOW, List.of(ofAda()));

        assertThat(WindowMessages.of(new ReviewRevealed(CONTRACT, NOON), after))
                .containsExactly(
                        new ReviewsPublishedV1(
                                CONTRACT, "Logo", BAKERY, ADA, List.of(OF_ADA_OUT), NOON),
                        new PublicReviewsPublishedV1(
                                CONTRACT, List.of(new PublicRatingV1(ADA.party(), 5)), NOON));
    }
}
