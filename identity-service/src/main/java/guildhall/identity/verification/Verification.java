package guildhall.identity.verification;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** How far the verification of one party has come. */
public sealed interface Verification {
    record NotStarted() implements Verification {}

    /** Every one that was ever begun. */
    sealed interface Begun extends Verification {
        Dossier dossier();
    }

    /** Waits for a reviewer. */
    record Submitted(Dossier dossier) implements Begun {}

    record InReview(Dossier dossier, UserId reviewer, Instant since) implements Begun {}

    record Verified(Dossier dossier, Instant since) implements Begun {}

    record Rejected(Dossier dossier, Refusal refusal) implements Begun {}

    /** Something is missing that the owner can hand in. */
    record NeedsUpdate(Dossier dossier, Refusal refusal) implements Begun {}

    /** Some of what was proved is too old; what is left still counts. */
    record Expired(Dossier dossier, Instant since) implements Begun {}
}
