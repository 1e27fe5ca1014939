package guildhall.identity.verification.adapter;

import static java.time.temporal.ChronoUnit.MILLIS;

import guildhall.identity.user.User;
import guildhall.identity.user.Users;
import guildhall.identity.verification.Check;
import guildhall.identity.verification.Dossier;
import guildhall.identity.verification.Verification.Begun;
import guildhall.identity.verification.VerificationCommand;
import guildhall.identity.verification.VerificationCommand.ApproveSubmission;
import guildhall.identity.verification.VerificationDecider;
import guildhall.identity.verification.VerificationEvent;
import guildhall.identity.verification.VerificationRejection;
import guildhall.identity.verification.VerificationRejection.UnknownVerification;
import guildhall.identity.verification.Verifications;
import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What reviewers do, with the audit of it. */
@Component
class VerificationReviews {
    private final Verifications verifications;
    private final VerificationDecider decider;
    private final Users users;
    private final OperatorDesk desk;
    private final Clock clock;

    VerificationReviews(
            Verifications verifications,
            VerificationDecider decider,
            Users users,
            OperatorDesk desk,
            Clock clock) {
        this.verifications = verifications;
        this.decider = decider;
        this.users = users;
        this.desk = desk;
        this.clock = clock;
    }

    Decision<VerificationEvent, VerificationRejection> approve(
            VerificationId id, Map<Check, String> seen, Caller reviewer, String why) {
        return verifications
                .find(id)
                .map(found -> approval(found.dossier(), seen, reviewer.user()))
                .map(command -> act("verification.approve", command, reviewer, why))
                .orElseGet(() -> Decision.reject(new UnknownVerification()));
    }

    private ApproveSubmission approval(Dossier dossier, Map<Check, String> seen, UserId by) {
        return new ApproveSubmission(
                dossier.id(),
                by,
                seen,
                isEmailVerified(dossier.subject().user()),
                verifications.heldByOthers(dossier),
                now());
    }

    private boolean isEmailVerified(UserId owner) {
        return users.find(owner)
                .filter(found -> !(found.user() instanceof User.Pending))
                .isPresent();
    }

    /**
     * The audit comes first, because it is a document of its own: a crash in between leaves an
     * entry without an act, never an act without an entry. What changes nothing leaves none.
     */
    Decision<VerificationEvent, VerificationRejection> act(
            String name, VerificationCommand command, Caller reviewer, String why) {
        verifications
                .find(command.id())
                .filter(found -> changes(command, found))
                .ifPresent(_ -> audit(name, command.id(), reviewer, why));
        return verifications.handle(command);
    }

    private boolean changes(VerificationCommand command, Begun found) {
        return decider.decide(command, found) instanceof Accepted(var events) && !events.isEmpty();
    }

    void audit(String name, VerificationId id, Caller reviewer, String why) {
        desk.record(reviewer, name, "verification/" + id, why);
    }

    /** As it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(MILLIS);
    }
}
