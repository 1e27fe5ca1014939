package guildhall.identity.verification.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.identity.verification.Check;
import guildhall.identity.verification.VerificationPolicy.Flaw;
import guildhall.identity.verification.VerificationRejection;
import guildhall.identity.verification.VerificationRejection.*;
import guildhall.runtime.web.InvalidInput;
import java.util.List;
import org.springframework.http.ProblemDetail;

/** Refusals of a verification. */
final class VerificationProblems {

    static ProblemDetail of(VerificationRejection rejection) {
        return switch (rejection) {
            case UnknownVerification _ -> problem(NOT_FOUND, "identity/unknown-verification");
            case AwaitsReview _ ->
                    problem(
                            CONFLICT,
                            "identity/verification-awaits-review",
                            "What was handed in before is decided first.");
            case NoTriesLeft _ ->
                    problem(
                            CONFLICT,
                            "identity/no-tries-left",
                            "It was refused too often. Ask support to look at it again.");
            case UnfitDocuments(var flaws) -> unfit(flaws);
            case ReviewerIsSubject _ -> problem(CONFLICT, "identity/reviewer-is-subject");
            case NothingToReview _ -> problem(CONFLICT, "identity/nothing-to-review");
            case NotTheReviewer _ ->
                    problem(CONFLICT, "identity/not-the-reviewer", "Take it into review first.");
            case NothingProves(var check) -> unproved(check);
            case TooLittleProved _ ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "identity/too-little-proved",
                            "Every tier needs a verified address of the account and a phone.");
            case DuplicateDocument _ ->
                    problem(
                            CONFLICT,
                            "identity/duplicate-document",
                            "Somebody else has shown the same identity document.");
            case NothingToReopen _ -> problem(CONFLICT, "identity/nothing-to-reopen");
        };
    }

    private static ProblemDetail unfit(List<Flaw> flaws) {
        var problem = problem(UNPROCESSABLE_CONTENT, "identity/unfit-documents");
        problem.setProperty(
                "errors",
                flaws.stream()
                        .map(flaw ->
                                InvalidInput.field(
                                        "/documents/%d/%s".formatted(flaw.document(), flaw.field()),
                                        flaw.detail()))
                        .toList());
        return problem;
    }

    private static ProblemDetail unproved(Check check) {
        return problem(
                UNPROCESSABLE_CONTENT,
                "identity/nothing-proves-it",
                "No document proves the check " + check + ".");
    }

    private VerificationProblems() {}
}
