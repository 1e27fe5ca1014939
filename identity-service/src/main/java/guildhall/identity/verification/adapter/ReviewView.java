package guildhall.identity.verification.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import guildhall.identity.verification.Check;
import guildhall.identity.verification.PassedCheck;
import guildhall.identity.verification.Refusal;
import guildhall.identity.verification.ShownDocument;
import guildhall.identity.verification.Verification;
import guildhall.identity.verification.Verification.Begun;
import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.VerificationTier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification as staff sees it, still without the numbers of documents.
 *
 * @param ownerId whose papers they are
 * @param refused how often in a row
 * @param reviewer who has taken it; absent when nobody has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        VerificationId id,
        SubjectRef subject,
        UserId ownerId,
        VerificationState state,
        VerificationTier tier,
        @Nullable Instant expiresAt,
        Instant submittedAt,
        List<ShownView> documents,
        List<PassedView> passed,
        @Schema(example = "0") int refused,
        @Nullable UserId reviewer,
        @Nullable RefusalRef refusal) {

    record SubjectRef(PartyType type, UUID id) {}

    /**
     * @param isDuplicate whether somebody else was identified by it or has it in review
     */
    record ShownView(DocumentView document, boolean isDuplicate) {
        static ShownView of(ShownDocument document, Set<String> heldByOthers) {
            return new ShownView(
                    DocumentView.of(document),
                    heldByOthers.contains(document.number().fingerprint()));
        }
    }

    /**
     * @param seen what the reviewer saw
     * @param goodUntil absent when it does not grow old
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PassedView(
            Check check,
            @Schema(example = "Answered a call on the given number") String seen,
            UserId by,
            Instant at,
            @Nullable Instant goodUntil) {
        static PassedView of(Map.Entry<Check, PassedCheck> passed) {
            var check = passed.getValue();
            var evidence = check.evidence();
            return new PassedView(
                    passed.getKey(),
                    check.seen(),
                    check.by(),
                    check.at(),
                    evidence == null ? null : evidence.goodUntil());
        }
    }

    record RefusalRef(
            Refusal.Because because,
            @Schema(example = "The photo of the passport is blurred.") String note,
            UserId by,
            Instant at) {
        static RefusalRef of(Refusal refusal) {
            return new RefusalRef(refusal.because(), refusal.note(), refusal.by(), refusal.at());
        }
    }

    static ReviewView of(Begun begun, Set<String> heldByOthers) {
        var dossier = begun.dossier();
        var party = dossier.subject().party();
        return new ReviewView(
                dossier.id(),
                new SubjectRef(party.type(), party.id()),
                dossier.subject().user(),
                VerificationState.of(begun),
                dossier.passed().tier(),
                dossier.passed().expiresAt().orElse(null),
                dossier.submission().at(),
                dossier.submission().documents().stream()
                        .map(document -> ShownView.of(document, heldByOthers))
                        .toList(),
                dossier.passed().all().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(PassedView::of)
                        .toList(),
                dossier.refused(),
                begun instanceof Verification.InReview review ? review.reviewer() : null,
                begun.lastRefusal().map(RefusalRef::of).orElse(null));
    }
}
