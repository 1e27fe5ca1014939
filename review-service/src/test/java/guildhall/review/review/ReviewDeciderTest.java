package guildhall.review.review;

import static guildhall.review.review.ReviewSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.party.Party;
import guildhall.review.review.Review.*;
import guildhall.review.review.ReviewCommand.RespondToReview;
import guildhall.review.review.ReviewEvent.ReviewResponded;
import guildhall.review.review.ReviewRejection.*;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewDeciderTest {
    static final Duration MONTH = Duration.ofDays(30);
    static final Published PUBLISHED = new Published(ofAda(), NOON);

    final ReviewDecider decider = new ReviewDecider(MONTH);

    @Test
    void letsTheSubjectRespondOnce() {
        var responded = new ReviewResponded(OF_ADA, "Thanks!", NOON);
        var after = decider.evolve(PUBLISHED, responded);

        assertThat(decider.decide(respond(ADA.party(), "Thanks!", NOON), PUBLISHED))
                .isEqualTo(accept(responded));
        assertThat(decider.decide(respond(ADA.party(), "Thanks!", NOON), after))
                .isEqualTo(accept());
        assertThat(decider.decide(respond(ADA.party(), "And more", NOON), after))
                .isEqualTo(reject(new AlreadyResponded()));
    }

    @Test
    void letsNobodyElseRespond() {
        assertThat(decider.decide(respond(BAKERY.party(), "Indeed", NOON), PUBLISHED))
                .isEqualTo(reject(new NotTheSubject()));
        assertThat(decider.decide(respond(STRANGER, "Me too", NOON), PUBLISHED))
                .isEqualTo(reject(new NotTheSubject()));
    }

    @Test
    void takesAResponseUpToThirtyDaysAfterThePublication() {
        var last = NOON.plus(MONTH);

        assertThat(decider.decide(respond(ADA.party(), "Late", last), PUBLISHED))
                .isEqualTo(accept(new ReviewResponded(OF_ADA, "Late", last)));
        assertThat(decider.decide(respond(ADA.party(), "Late", last.plusNanos(1)), PUBLISHED))
                .isEqualTo(reject(new TooLateToRespond()));
    }

    @Test
    void pretendsThatASealedReviewDoesNotExist() {
        assertThat(decider.decide(respond(ADA.party(), "Hm", NOON), new Sealed(ofAda())))
                .isEqualTo(reject(new UnknownReview()));
        assertThat(decider.decide(respond(ADA.party(), "Hm", NOON), new Absent()))
                .isEqualTo(reject(new UnknownReview()));
    }

    private static RespondToReview respond(Party by, String text, Instant at) {
        return new RespondToReview(OF_ADA, by, text, at);
    }
}
