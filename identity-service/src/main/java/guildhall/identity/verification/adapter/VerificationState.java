package guildhall.identity.verification.adapter;

import guildhall.identity.verification.Verification;

/** The states of a verification, as they are stored and shown. */
enum VerificationState {
    NOT_STARTED,
    SUBMITTED,
    IN_REVIEW,
    VERIFIED,
    REJECTED,
    NEEDS_UPDATE,
    EXPIRED;

    static VerificationState of(Verification verification) {
        return switch (verification) {
            case Verification.NotStarted _ -> NOT_STARTED;
            case Verification.Submitted _ -> SUBMITTED;
            case Verification.InReview _ -> IN_REVIEW;
            case Verification.Verified _ -> VERIFIED;
            case Verification.Rejected _ -> REJECTED;
            case Verification.NeedsUpdate _ -> NEEDS_UPDATE;
            case Verification.Expired _ -> EXPIRED;
        };
    }
}
