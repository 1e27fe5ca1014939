package guildhall.identity.verification;

import static guildhall.identity.verification.Check.EMAIL;
import static guildhall.identity.verification.Check.IDENTITY_DOCUMENT;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import guildhall.identity.verification.VerificationCommand.ApproveSubmission;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;

/** What a reviewer's findings prove together with what was shown. */
final class Proofs {
    private final VerificationPolicy policy;

    Proofs(VerificationPolicy policy) {
        this.policy = policy;
    }

    /** Whether exactly this approval was recorded already. */
    static boolean areOf(ApproveSubmission c, Dossier dossier) {
        return c.seen().entrySet().stream()
                .allMatch(seen -> {
                    var passed = dossier.passed().all().get(seen.getKey());
                    return passed != null
                            && passed.by().equals(c.reviewer())
                            && passed.seen().equals(seen.getValue());
                });
    }

    /** A check that was seen but that no document proves. */
    Optional<Check> missing(ApproveSubmission c, Dossier dossier) {
        return c.seen().keySet().stream()
                .sorted()
                .filter(check -> needsPaper(check) && paper(check, c, dossier).isEmpty())
                .findFirst();
    }

    private static boolean needsPaper(Check check) {
        return switch (check) {
            case EMAIL, PHONE -> false;
            case IDENTITY_DOCUMENT, ADDRESS, FACE -> true;
        };
    }

    private Optional<Evidence> paper(Check check, ApproveSubmission c, Dossier dossier) {
        return switch (check) {
            case EMAIL, PHONE -> Optional.empty();
            case IDENTITY_DOCUMENT, ADDRESS -> shown(check, dossier.submission(), c.at());
            // A face is compared with the document that says who somebody is, and ends with it.
            case FACE ->
                    c.seen().containsKey(IDENTITY_DOCUMENT)
                            ? shown(IDENTITY_DOCUMENT, dossier.submission(), c.at())
                            : dossier.passed().goodAt(c.at()).identity();
        };
    }

    /** All that is good of what was shown: a reviewer does not say which of it they went by. */
    private Optional<Evidence> shown(Check check, Submission submission, Instant at) {
        var good =
                submission
                        .proving(check)
                        .filter(paper -> at.isBefore(policy.goodUntil(paper)))
                        .toList();
        var fingerprints =
                good.stream().map(paper -> paper.number().fingerprint()).collect(toSet());
        return good.stream()
                .map(policy::goodUntil)
                .min(naturalOrder())
                .map(firstEnd -> new Evidence(fingerprints, firstEnd));
    }

    /** Everything that is proved after this approval. */
    PassedChecks add(ApproveSubmission c, Dossier dossier) {
        var passed = dossier.passed().goodAt(c.at());
        var seen = new EnumMap<Check, String>(Check.class);
        seen.putAll(c.seen());
        if (c.isEmailVerified()) {
            seen.put(EMAIL, "The address of the account");
        }
        for (var found : seen.entrySet()) {
            var evidence = paper(found.getKey(), c, dossier).orElse(null);
            var check = new PassedCheck(found.getValue(), c.reviewer(), c.at(), evidence);
            passed = passed.with(found.getKey(), check);
        }
        return passed;
    }
}
