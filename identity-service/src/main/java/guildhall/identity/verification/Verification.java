package guildhall.identity.verification;

import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.Optional;

/** How far the verification of one party has come. */
public sealed interface Verification {
    record NotStarted() implements Verification {}

    /** Every one that was ever begun. */
    sealed interface Begun extends Verification {
        Dossier dossier();

        /** Why the newest submission did not pass; empty unless it was refused. */
        default Optional<Refusal> lastRefusal() {
            return switch (this) {
                case Rejected(_, var refusal) -> Optional.of(refusal);
                case NeedsUpdate(_, var refusal) -> Optional.of(refusal);
                case Submitted _, InReview _, Verified _, Expired _ -> Optional.empty();
            };
        }
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
