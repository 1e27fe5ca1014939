package guildhall.job.posting;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import java.time.Instant;

public sealed interface JobEvent {
    record JobDrafted(Posting posting) implements JobEvent {}

    record JobEdited(JobId id, JobTerms terms) implements JobEvent {}

    record JobPublished(JobId id, Instant at, Instant expiresAt) implements JobEvent {}

    record JobClosed(JobId id, ClosingReason reason, Instant at) implements JobEvent {}

    record JobReopened(JobId id, Instant at, Instant expiresAt) implements JobEvent {}

    record JobExpired(JobId id, Instant at) implements JobEvent {}

    record JobCancelled(JobId id, Instant at) implements JobEvent {}

    record ProposalsCounted(JobId id, Tally proposals) implements JobEvent {}

    record SeatReserved(JobId id, ProposalId proposal, Instant at) implements JobEvent {}

    record SeatReleased(JobId id, ProposalId proposal, Instant at, Instant expiresAt)
            implements JobEvent {}

    record JobStarted(JobId id, ProposalId proposal, ContractId contract, Instant at)
            implements JobEvent {}

    record JobCompleted(JobId id, Instant at) implements JobEvent {}
}
