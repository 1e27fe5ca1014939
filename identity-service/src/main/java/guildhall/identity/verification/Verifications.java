package guildhall.identity.verification;

import guildhall.messages.id.VerificationId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All verifications. Handling a command loads, decides and stores in one write. */
public interface Verifications {
    Decision<VerificationEvent, VerificationRejection> handle(VerificationCommand command);

    /**
     * @param command made of the very state on which it is decided, so again when somebody else was
     *     faster
     */
    Decision<VerificationEvent, VerificationRejection> handle(
            VerificationId id, Function<Verification, VerificationCommand> command);

    Optional<Verification.Begun> find(VerificationId id);

    /** Those that wait for a decision, the oldest submission first, after the given place. */
    List<Verification.Begun> queue(Place after, int limit);

    /**
     * Which of the documents that this dossier shows, by their fingerprints, another person was
     * identified by or has in review.
     */
    Set<String> heldByOthers(Dossier dossier);

    /** Those of which something expired by then, some at a time. */
    List<VerificationId> expired(Instant now, int limit);
}
