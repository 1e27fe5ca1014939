package guildhall.review.window;

import static guildhall.review.review.ReviewSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.review.Criterion;
import guildhall.review.review.ReviewContent;
import guildhall.review.window.ReviewWindow.*;
import guildhall.review.window.WindowCommand.*;
import guildhall.review.window.WindowEvent.*;
import guildhall.review.window.WindowRejection.*;
import guildhall.runtime.decide.Decision;
import guildhall.testkit.Specification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WindowDeciderTest {
    static final Duration TWO_WEEKS = Duration.ofDays(14);
    static final Instant END = NOON.plus(TWO_WEEKS);
    static final Window WINDOW = new Window(CONTRACT, "Logo", BAKERY, ADA, NOON, END);
    static final OpenWindow OPEN = new OpenWindow(CONTRACT, "Logo", BAKERY, ADA, NOON);
    static final WindowOpened OPENED = new WindowOpened(WINDOW);
    static final ReviewSealed SEALED = new ReviewSealed(ofAda());
    static final ReviewsExchanged EXCHANGED = new ReviewsExchanged(ofBakery());

    final WindowDecider decider = new WindowDecider(TWO_WEEKS);
    final Specification<
                    WindowCommand,
                    ReviewWindow,
                    WindowEvent,
                    Decision<WindowEvent, WindowRejection>>
            window = Specification.of(decider.initial(), decider::decide, decider::evolve);

    @Test
    void opensOnceForTwoWeeks() {
        window.given().when(OPEN).then(accept(OPENED));
        window.given(OPENED).when(OPEN).then(accept());
    }

    @Test
    void sealsTheFirstReviewAndPublishesBothWithTheSecond() {
        window.given(OPENED).when(praise(BAKERY.party(), NOON)).then(accept(SEALED));
        window.given(OPENED, SEALED).when(thanks(ADA.party(), NOON)).then(accept(EXCHANGED));
        window.given(OPENED, SEALED, EXCHANGED)
                .leadsTo(new Revealed(WINDOW, List.of(ofAda(), ofBakery())));
    }

    @Test
    void answersARepeatedSubmissionAndRefusesASecondReviewOfTheSameSide() {
        var another =
                new SubmitReview(
                        CONTRACT, new ReviewId(new UUID(0, 99)), BAKERY.party(), PRAISE, NOON);

        window.given(OPENED, SEALED).when(praise(BAKERY.party(), NOON)).then(accept());
        window.given(OPENED, SEALED, EXCHANGED).when(praise(BAKERY.party(), NOON)).then(accept());
        window.given(OPENED, SEALED).when(another).then(reject(new AlreadyReviewed()));
        window.given(OPENED, SEALED, EXCHANGED).when(another).then(reject(new AlreadyReviewed()));
    }

    @Test
    void isForTheTwoPartiesOfACompletedContractOnly() {
        window.given().when(praise(BAKERY.party(), NOON)).then(reject(new UnknownWindow()));
        window.given(OPENED).when(praise(STRANGER, NOON)).then(reject(new UnknownWindow()));
    }

    @Test
    void endsOnTimeAlsoWhenNobodyHasNoticedYet() {
        window.given(OPENED).when(praise(BAKERY.party(), END)).then(reject(new WindowEnded()));
        window.given(OPENED, SEALED).when(thanks(ADA.party(), END)).then(reject(new WindowEnded()));
    }

    @Test
    void publishesTheOnlyReviewAtTheEnd() {
        var revealed = new ReviewRevealed(CONTRACT, END);

        window.given(OPENED, SEALED).when(new CloseWindow(CONTRACT, END)).then(accept(revealed));
        window.given(OPENED, SEALED, revealed).leadsTo(new Revealed(WINDOW, List.of(ofAda())));
        window.given(OPENED, SEALED, revealed)
                .when(thanks(ADA.party(), END))
                .then(reject(new WindowEnded()));
    }

    @Test
    void lapsesAtTheEndWhenNobodyHasWritten() {
        var lapsed = new WindowLapsed(CONTRACT, END);

        window.given(OPENED).when(new CloseWindow(CONTRACT, END)).then(accept(lapsed));
        window.given(OPENED, lapsed).leadsTo(new Lapsed(WINDOW));
    }

    @Test
    void ignoresATimerThatIsEarlyOrLate() {
        var early = new CloseWindow(CONTRACT, END.minusNanos(1));

        window.given(OPENED, SEALED).when(early).then(accept());
        window.given(OPENED, SEALED, EXCHANGED).when(new CloseWindow(CONTRACT, END)).then(accept());
    }

    @Test
    void isRewrittenByItsAuthorUntilItIsOut() {
        var calmer = new ReviewContent(4, Map.of(), "Good logo.", "");
        var rewrite = new RewriteReview(CONTRACT, OF_ADA, BAKERY.party(), calmer, NOON);
        var rewritten = new ReviewRewritten(OF_ADA, calmer, NOON);

        window.given(OPENED, SEALED).when(rewrite).then(accept(rewritten));
        window.given(OPENED, SEALED, rewritten)
                .leadsTo(new HalfReviewed(WINDOW, ofAda().rewritten(calmer)));
        window.given(OPENED, SEALED, EXCHANGED).when(rewrite).then(reject(new AlreadyRevealed()));
    }

    @Test
    void hidesASealedReviewFromTheOtherSide() {
        var rewrite = new RewriteReview(CONTRACT, OF_ADA, ADA.party(), PRAISE, NOON);

        window.given(OPENED, SEALED).when(rewrite).then(reject(new UnknownReview()));
    }

    @Test
    void ratesTalentsAndClientsByCriteriaOfTheirOwn() {
        var clarity = new ReviewContent(5, Map.of(Criterion.CLARITY, 5), "", "");
        var quality = new ReviewContent(5, Map.of(Criterion.QUALITY, 5), "", "");

        window.given(OPENED)
                .when(new SubmitReview(CONTRACT, OF_ADA, BAKERY.party(), clarity, NOON))
                .then(reject(new UnfitCriterion(Criterion.CLARITY)));
        window.given(OPENED)
                .when(new SubmitReview(CONTRACT, OF_BAKERY, ADA.party(), quality, NOON))
                .then(reject(new UnfitCriterion(Criterion.QUALITY)));
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException().isThrownBy(() -> window.given(SEALED));
        assertThat(decider.initial()).isEqualTo(new Absent());
    }

    static SubmitReview praise(Party by, Instant at) {
        return new SubmitReview(CONTRACT, OF_ADA, by, PRAISE, at);
    }

    static SubmitReview thanks(Party by, Instant at) {
        return new SubmitReview(CONTRACT, OF_BAKERY, by, THANKS, at);
    }
}
