package guildhall.identity.verification.adapter;

import static guildhall.identity.verification.adapter.DossierDocuments.time;

import guildhall.identity.verification.Dossier;
import guildhall.identity.verification.Refusal;
import guildhall.identity.verification.Verification;
import guildhall.identity.verification.Verification.Begun;
import guildhall.identity.verification.Verification.Expired;
import guildhall.identity.verification.Verification.InReview;
import guildhall.identity.verification.Verification.NeedsUpdate;
import guildhall.identity.verification.Verification.NotStarted;
import guildhall.identity.verification.Verification.Rejected;
import guildhall.identity.verification.Verification.Submitted;
import guildhall.identity.verification.Verification.Verified;
import guildhall.messages.id.UserId;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A verification as a document of the collection {@code verifications}.
 *
 * <p>{@code queuedAt} is there while it waits for a decision, {@code lapsesAt} while its tier has
 * an end, and {@code fingerprints} are those by which a duplicate is found: of what the party was
 * identified by, and of what waits for a decision. What was refused stands in nobody's way.
 */
final class VerificationDocuments {

    static Document write(Verification verification) {
        return switch (verification) {
            case NotStarted _ -> throw new IllegalStateException("Nothing to store");
            case Submitted(var dossier) -> waiting(verification, dossier);
            case InReview(var dossier, var reviewer, var since) ->
                    waiting(verification, dossier)
                            .append("reviewer", reviewer.toString())
                            .append("since", since);
            case Verified(var dossier, var since) ->
                    decided(verification, dossier).append("since", since);
            case Rejected(var dossier, var refusal) ->
                    decided(verification, dossier).append("refusal", refusal(refusal));
            case NeedsUpdate(var dossier, var refusal) ->
                    decided(verification, dossier).append("refusal", refusal(refusal));
            case Expired(var dossier, var since) ->
                    decided(verification, dossier).append("since", since);
        };
    }

    private static Document waiting(Verification state, Dossier dossier) {
        var fingerprints =
                Stream.of(dossier.provedFingerprints(), dossier.shownFingerprints())
                        .flatMap(prints -> prints.stream())
                        .distinct()
                        .sorted()
                        .toList();
        return DossierDocuments.write(dossier)
                .append("state", VerificationState.of(state).name())
                .append("queuedAt", dossier.submission().at())
                .append("fingerprints", fingerprints);
    }

    private static Document decided(Verification state, Dossier dossier) {
        return DossierDocuments.write(dossier)
                .append("state", VerificationState.of(state).name())
                .append("fingerprints", dossier.provedFingerprints().stream().toList());
    }

    static Begun read(Document stored) {
        var dossier = DossierDocuments.read(stored);
        return switch (VerificationState.valueOf(stored.getString("state"))) {
            case NOT_STARTED -> throw new IllegalStateException("Stored, but not begun");
            case SUBMITTED -> new Submitted(dossier);
            case IN_REVIEW ->
                    new InReview(
                            dossier,
                            UserId.of(stored.getString("reviewer")),
                            time(stored, "since"));
            case VERIFIED -> new Verified(dossier, time(stored, "since"));
            case REJECTED -> new Rejected(dossier, refusal(stored));
            case NEEDS_UPDATE -> new NeedsUpdate(dossier, refusal(stored));
            case EXPIRED -> new Expired(dossier, time(stored, "since"));
        };
    }

    private static Document refusal(Refusal refusal) {
        return new Document("because", refusal.because().name())
                .append("note", refusal.note())
                .append("by", refusal.by().toString())
                .append("at", refusal.at());
    }

    private static Refusal refusal(Document stored) {
        var refusal = stored.get("refusal", Document.class);
        return new Refusal(
                Refusal.Because.valueOf(refusal.getString("because")),
                refusal.getString("note"),
                UserId.of(refusal.getString("by")),
                time(refusal, "at"));
    }

    private VerificationDocuments() {}
}
