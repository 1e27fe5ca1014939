package guildhall.identity.verification;

import java.util.List;

/** Why a verification refuses. */
public sealed interface VerificationRejection {
    record UnknownVerification() implements VerificationRejection {}

    /** What was submitted before has to be decided first. */
    record AwaitsReview() implements VerificationRejection {}

    /** Only staff can reopen it. */
    record NoTriesLeft() implements VerificationRejection {}

    record UnfitDocuments(List<VerificationPolicy.Flaw> flaws) implements VerificationRejection {
        public UnfitDocuments {
            flaws = List.copyOf(flaws);
        }
    }

    /** Nobody looks into their own papers. */
    record ReviewerIsSubject() implements VerificationRejection {}

    record NothingToReview() implements VerificationRejection {}

    /** Not taken into review, or by somebody else. */
    record NotTheReviewer() implements VerificationRejection {}

    /** Nothing in the submission could prove that. */
    record NothingProves(Check check) implements VerificationRejection {}

    /** The checks together make no tier. */
    record TooLittleProved() implements VerificationRejection {}

    /** Somebody else has shown the same paper. */
    record DuplicateDocument() implements VerificationRejection {}

    record NothingToReopen() implements VerificationRejection {}
}
