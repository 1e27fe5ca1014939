package guildhall.identity.verification.adapter;

import guildhall.identity.verification.Dossier;
import guildhall.identity.verification.Refusal;
import guildhall.identity.verification.VerificationEvent;
import guildhall.identity.verification.VerificationEvent.*;
import guildhall.messages.Message;
import guildhall.messages.identity.VerificationEvents.VerificationDecidedV1;
import guildhall.messages.identity.VerificationEvents.VerificationExpiredV1;
import guildhall.messages.identity.VerificationEvents.VerificationSubmittedV1;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others hear of a verification: that it was decided and how, never by which documents. */
final class VerificationMessages {

    static List<Message> of(List<VerificationEvent> events) {
        return events.stream().<Message>flatMap(event -> of(event).stream()).toList();
    }

    private static Optional<? extends Message> of(VerificationEvent event) {
        return switch (event) {
            case DocumentsSubmitted(var dossier) -> Optional.of(submitted(dossier));
            case SubmissionApproved(var dossier, var at) ->
                    Optional.of(decided(dossier, VerificationState.VERIFIED, null, at));
            case SubmissionRejected(var dossier, var refusal) ->
                    Optional.of(refused(dossier, VerificationState.REJECTED, refusal));
            case UpdateAsked(var dossier, var refusal) ->
                    Optional.of(refused(dossier, VerificationState.NEEDS_UPDATE, refusal));
            case ChecksExpired(var dossier, var at) -> Optional.of(expired(dossier, at));
            case ReviewTaken _, ReviewReopened _ -> Optional.empty();
        };
    }

    private static VerificationSubmittedV1 submitted(Dossier dossier) {
        return new VerificationSubmittedV1(
                dossier.id(),
                dossier.subject().party(),
                dossier.subject().user(),
                dossier.revision(),
                dossier.submission().at());
    }

    private static VerificationDecidedV1 refused(
            Dossier dossier, VerificationState outcome, Refusal refusal) {
        return decided(dossier, outcome, refusal.because().name(), refusal.at());
    }

    private static VerificationDecidedV1 decided(
            Dossier dossier, VerificationState outcome, @Nullable String reason, Instant at) {
        return new VerificationDecidedV1(
                dossier.id(),
                dossier.subject().party(),
                dossier.subject().user(),
                dossier.revision(),
                outcome.name(),
                dossier.passed().tier(),
                dossier.passed().expiresAt().orElse(null),
                reason,
                at);
    }

    private static VerificationExpiredV1 expired(Dossier dossier, Instant at) {
        return new VerificationExpiredV1(
                dossier.id(),
                dossier.subject().party(),
                dossier.subject().user(),
                dossier.revision(),
                dossier.passed().tier(),
                dossier.passed().expiresAt().orElse(null),
                at);
    }

    private VerificationMessages() {}
}
