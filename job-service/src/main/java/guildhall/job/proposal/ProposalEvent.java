package guildhall.job.proposal;

import guildhall.messages.id.ProposalId;
import java.time.Instant;

public sealed interface ProposalEvent {
    record ProposalSubmitted(Offer offer, Instant at, Instant expiresAt) implements ProposalEvent {}

    record ProposalRevised(ProposalId id, ProposalTerms terms, Instant at)
            implements ProposalEvent {}

    record ProposalAdvanced(ProposalId id, Stage to, Instant at) implements ProposalEvent {}

    record ProposalAccepted(ProposalId id, Instant at) implements ProposalEvent {}

    record ProposalRejected(ProposalId id, Instant at) implements ProposalEvent {}

    record ProposalWithdrawn(ProposalId id, Instant at) implements ProposalEvent {}

    record ProposalExpired(ProposalId id, Instant at) implements ProposalEvent {}

    record ProposalDisplaced(ProposalId id, ProposalId hired, Instant at)
            implements ProposalEvent {}

    record ProposalReinstated(ProposalId id, Instant at, Instant expiresAt)
            implements ProposalEvent {}

    record ProposalOfferedAgain(ProposalId id, Instant at, Instant expiresAt)
            implements ProposalEvent {}
}
