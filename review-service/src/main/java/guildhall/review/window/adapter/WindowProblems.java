package guildhall.review.window.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.review.window.WindowRejection;
import guildhall.review.window.WindowRejection.*;
import guildhall.runtime.web.Refusal;
import org.springframework.http.ProblemDetail;

/** How rejections about the writing of reviews are told. */
final class WindowProblems {

    static ProblemDetail of(WindowRejection rejection) {
        return switch (rejection) {
            case UnknownWindow _ ->
                    problem(
                            NOT_FOUND,
                            "review/no-completed-contract",
                            "You have no completed contract with this id.");
            case UnknownReview _ -> problem(NOT_FOUND, "review/unknown-review");
            case WindowEnded _ -> problem(CONFLICT, "review/window-ended");
            case AlreadyReviewed _ ->
                    problem(
                            CONFLICT,
                            "review/already-reviewed",
                            "Rewrite your review instead, until it is published.");
            case AlreadyRevealed _ -> problem(CONFLICT, "review/already-published");
            case UnfitCriterion(var criterion) ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "review/unfit-criterion",
                            criterion.word() + " is not a criterion for the other side.");
        };
    }

    static Refusal partiesOnly() {
        return new Refusal(
                problem(FORBIDDEN, "review/parties-only", "Act for a business or as a talent."));
    }

    private WindowProblems() {}
}
