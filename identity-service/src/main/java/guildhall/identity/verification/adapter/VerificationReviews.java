package guildhall.identity.verification.adapter;

import static java.time.temporal.ChronoUnit.MILLIS;

import guildhall.identity.user.User;
import guildhall.identity.user.Users;
import guildhall.identity.verification.Check;
import guildhall.identity.verification.Verification;
import guildhall.identity.verification.Verification.Begun;
import guildhall.identity.verification.VerificationCommand;
import guildhall.identity.verification.VerificationCommand.ApproveSubmission;
import guildhall.identity.verification.VerificationDecider;
import guildhall.identity.verification.VerificationEvent;
import guildhall.identity.verification.VerificationRejection;
import guildhall.identity.verification.Verifications;
import guildhall.messages.id.VerificationId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    /** Whether somebody else holds a paper is asked of the very state that is approved. */
    Decision<VerificationEvent, VerificationRejection> approve(
            VerificationId id, Map<Check, String> seen, Caller reviewer, String why) {
        var at = now();
        return act(
                "verification.approve",
                id,
                state ->
                        new ApproveSubmission(
                                id,
                                reviewer.user(),
                                seen,
                                isEmailVerified(state),
                                heldByOthers(state),
                                at),
                reviewer,
                why);
    }

    private boolean isEmailVerified(Verification state) {
        return state instanceof Begun begun
                && users.find(begun.dossier().subject().user())
                        .filter(found -> !(found.user() instanceof User.Pending))
                        .isPresent();
    }

    private Set<String> heldByOthers(Verification state) {
        return state instanceof Begun begun
                ? verifications.heldByOthers(begun.dossier())
                : Set.of();
    }

    Decision<VerificationEvent, VerificationRejection> act(
            String name, VerificationCommand command, Caller reviewer, String why) {
        return act(name, command.id(), _ -> command, reviewer, why);
    }

    /**
     * The audit comes first, because it is a document of its own: a crash or a lost race in between
     * leaves an entry without an act, never an act without an entry. What changes nothing leaves
     * none.
     */
    private Decision<VerificationEvent, VerificationRejection> act(
            String name,
            VerificationId id,
            Function<Verification, VerificationCommand> making,
            Caller reviewer,
            String why) {
        return verifications.handle(
                id,
                state -> {
                    var command = making.apply(state);
                    if (changes(command, state)) {
                        audit(name, id, reviewer, why);
                    }
                    return command;
                });
    }

    private boolean changes(VerificationCommand command, Verification state) {
        return decider.decide(command, state) instanceof Accepted(var events) && !events.isEmpty();
    }

    void audit(String name, VerificationId id, Caller reviewer, String why) {
        desk.record(reviewer, name, "verification/" + id, why);
    }

    /** As it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(MILLIS);
    }
}
