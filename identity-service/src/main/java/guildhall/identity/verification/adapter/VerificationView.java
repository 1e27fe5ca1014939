package guildhall.identity.verification.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import guildhall.identity.verification.Check;
import guildhall.identity.verification.PassedChecks;
import guildhall.identity.verification.Refusal;
import guildhall.identity.verification.Verification;
import guildhall.identity.verification.Verification.Begun;
import guildhall.identity.verification.Verification.NotStarted;
import guildhall.identity.verification.VerificationPolicy;
import guildhall.messages.id.VerificationId;
import guildhall.messages.party.VerificationTier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verification as its owner sees it.
 *
 * @param id to name it by to staff; absent before anything was handed in
 * @param tier what was proved and is still good
 * @param expiresAt when the tier falls; absent when it does not
 * @param triesLeft how often documents can be handed in until one of the tries is approved
 * @param documents of the newest submission
 * @param refusal why that was refused; absent when it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
        @Nullable VerificationId id,
        VerificationState state,
        VerificationTier tier,
        @Nullable Instant expiresAt,
        List<Check> passed,
        @Schema(example = "3") int triesLeft,
        @Nullable Instant submittedAt,
        List<DocumentView> documents,
        @Nullable RefusalView refusal) {

    /**
     * @param note in the words of the reviewer
     */
    record RefusalView(
            Refusal.Because because,
            @Schema(example = "The photo of the passport is blurred.") String note) {
        static RefusalView of(Refusal refusal) {
            return new RefusalView(refusal.because(), refusal.note());
        }
    }

    static VerificationView of(Verification verification, VerificationPolicy policy) {
        return switch (verification) {
            case NotStarted _ ->
                    new VerificationView(
                            null,
                            VerificationState.NOT_STARTED,
                            PassedChecks.NONE.tier(),
                            null,
                            List.of(),
                            policy.tries(),
                            null,
                            List.of(),
                            null);
            case Begun begun -> of(begun, policy);
        };
    }

    private static VerificationView of(Begun begun, VerificationPolicy policy) {
        var dossier = begun.dossier();
        return new VerificationView(
                dossier.id(),
                VerificationState.of(begun),
                dossier.passed().tier(),
                dossier.passed().expiresAt().orElse(null),
                dossier.passed().all().keySet().stream().sorted().toList(),
                Math.max(0, policy.tries() - dossier.refused()),
                dossier.submission().at(),
                dossier.submission().documents().stream().map(DocumentView::of).toList(),
                begun.lastRefusal().map(RefusalView::of).orElse(null));
    }
}
