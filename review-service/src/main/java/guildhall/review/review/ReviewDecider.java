package guildhall.review.review;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.review.review.Review.*;
import guildhall.review.review.ReviewCommand.*;
import guildhall.review.review.ReviewEvent.*;
import guildhall.review.review.ReviewRejection.*;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Duration;

/** Decides on the answer to one published review. */
public final class ReviewDecider
        implements Decider<ReviewCommand, Review, ReviewEvent, ReviewRejection> {
    private final Duration respondWithin;

    /**
     * @param respondWithin how long after the publication the subject may respond
     */
    public ReviewDecider(Duration respondWithin) {
        this.respondWithin = respondWithin;
    }

    @Override
    public Review initial() {
        return new Absent();
    }

    @Override
    public Decision<ReviewEvent, ReviewRejection> decide(ReviewCommand command, Review state) {
        return switch (command) {
            case RespondToReview respond -> respond(respond, state);
        };
    }

    private Decision<ReviewEvent, ReviewRejection> respond(RespondToReview respond, Review state) {
        return switch (state) {
            case Absent _, Sealed _ -> reject(new UnknownReview());
            case Published review when !review.isAbout(respond.by()) -> reject(new NotTheSubject());
            case Published(_, var published)
                    when respond.at().isAfter(published.plus(respondWithin)) ->
                    reject(new TooLateToRespond());
            case Published _ ->
                    accept(new ReviewResponded(respond.id(), respond.text(), respond.at()));
            case Responded review when !review.isAbout(respond.by()) -> reject(new NotTheSubject());
            case Responded(_, _, var text, _) when text.equals(respond.text()) -> accept();
            case Responded _ -> reject(new AlreadyResponded());
        };
    }

    @Override
    public Review evolve(Review state, ReviewEvent event) {
        return switch (event) {
            case ReviewResponded e when state instanceof Published(var written, var published) ->
                    new Responded(written, published, e.text(), e.at());
            case ReviewResponded _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
