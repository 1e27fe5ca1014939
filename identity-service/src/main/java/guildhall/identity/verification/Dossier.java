package guildhall.identity.verification;

import guildhall.messages.id.VerificationId;
import guildhall.messages.party.Side;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is kept of one party, whatever the state of its verification.
 *
 * @param subject the party, and the user whose papers prove who it is
 * @param submission the newest
 * @param refused how often in a row it was refused
 * @param revision how often anything changed
 */
public record Dossier(
        VerificationId id,
        Side subject,
        Submission submission,
        PassedChecks passed,
        int refused,
        long revision) {

    static Dossier opened(VerificationId id, Side subject, Submission submission) {
        return new Dossier(id, subject, submission, PassedChecks.NONE, 0, 1);
    }

    Dossier submitted(Submission next) {
        return changed(next, passed, refused);
    }

    Dossier passed(PassedChecks next) {
        return changed(submission, next, 0);
    }

    Dossier lapsed(PassedChecks left) {
        return changed(submission, left, refused);
    }

    Dossier refusedOnceMore() {
        return changed(submission, passed, refused + 1);
    }

    /** Looked at again, or by somebody else, with all tries ahead. */
    Dossier reopened() {
        return changed(submission, passed, 0);
    }

    Dossier touched() {
        return changed(submission, passed, refused);
    }

    private Dossier changed(Submission newest, PassedChecks proved, int timesRefused) {
        return new Dossier(id, subject, newest, proved, timesRefused, revision + 1);
    }

    /** Of the papers in the newest submission that say who somebody is. */
    public Set<String> shownFingerprints() {
        return submission
                .proving(Check.IDENTITY_DOCUMENT)
                .map(document -> document.number().fingerprint())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the papers by which the party was identified. */
    public Set<String> provedFingerprints() {
        return passed.identity().map(Evidence::fingerprints).orElse(Set.of());
    }
}
