package guildhall.identity.verification;

import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What can be asked of a verification. */
public sealed interface VerificationCommand {
    VerificationId id();

    record SubmitDocuments(VerificationId id, Side subject, Submission submission)
            implements VerificationCommand {}

    record TakeIntoReview(VerificationId id, UserId reviewer, Instant at)
            implements VerificationCommand {}

    /**
     * @param seen what the reviewer saw of each check that was passed
     * @param isEmailVerified whether the owner's account proved its address
     * @param heldByOthers fingerprints of shown documents that somebody else shows or was
     *     identified by
     */
    record ApproveSubmission(
            VerificationId id,
            UserId reviewer,
            Map<Check, String> seen,
            boolean isEmailVerified,
            Set<String> heldByOthers,
            Instant at)
            implements VerificationCommand {
        public ApproveSubmission {
            seen = Map.copyOf(seen);
            heldByOthers = Set.copyOf(heldByOthers);
        }
    }

    record RejectSubmission(VerificationId id, Refusal refusal) implements VerificationCommand {}

    record AskForUpdate(VerificationId id, Refusal refusal) implements VerificationCommand {}

    /** Look once more at what was refused. */
    record ReopenReview(VerificationId id, UserId by) implements VerificationCommand {}

    /** Let go of checks that rest on something too old. */
    record LetExpire(VerificationId id, Instant at) implements VerificationCommand {}
}
