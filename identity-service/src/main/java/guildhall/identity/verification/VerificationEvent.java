package guildhall.identity.verification;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** What happened to a verification. Each has the dossier as it is from then on. */
public sealed interface VerificationEvent {
    Dossier dossier();

    record DocumentsSubmitted(Dossier dossier) implements VerificationEvent {}

    record ReviewTaken(Dossier dossier, UserId reviewer, Instant at) implements VerificationEvent {}

    record SubmissionApproved(Dossier dossier, Instant at) implements VerificationEvent {}

    record SubmissionRejected(Dossier dossier, Refusal refusal) implements VerificationEvent {}

    record UpdateAsked(Dossier dossier, Refusal refusal) implements VerificationEvent {}

    record ReviewReopened(Dossier dossier) implements VerificationEvent {}

    record ChecksExpired(Dossier dossier, Instant at) implements VerificationEvent {}
}
