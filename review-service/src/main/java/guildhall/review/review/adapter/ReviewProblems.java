package guildhall.review.review.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.review.review.ReviewRejection;
import guildhall.review.review.ReviewRejection.*;
import guildhall.runtime.web.Refusal;
import org.springframework.http.ProblemDetail;

/** How rejections about published reviews are told. */
final class ReviewProblems {

    static ProblemDetail of(ReviewRejection rejection) {
        return switch (rejection) {
            case UnknownReview _ -> problem(NOT_FOUND, "review/unknown-review");
            case NotTheSubject _ ->
                    problem(
                            FORBIDDEN,
                            "review/not-the-subject",
                            "Only whom a review is about may respond to it.");
            case AlreadyResponded _ -> problem(CONFLICT, "review/already-responded");
            case TooLateToRespond _ -> problem(CONFLICT, "review/too-late-to-respond");
        };
    }

    static Refusal partiesOnly() {
        return new Refusal(
                problem(FORBIDDEN, "review/parties-only", "Act for a business or as a talent."));
    }

    private ReviewProblems() {}
}
