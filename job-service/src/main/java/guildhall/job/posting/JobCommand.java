package guildhall.job.posting;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.time.Instant;

/** What can be asked of a job. */
public sealed interface JobCommand {
    JobId id();

    Instant at();

    record DraftJob(JobId id, Side client, JobTerms terms, Instant at) implements JobCommand {}

    /** What only the party that drafted the job may ask for. */
    sealed interface OwnerCommand extends JobCommand {
        Party by();
    }

    record EditJob(JobId id, Party by, JobTerms terms, Instant at) implements OwnerCommand {}

    record PublishJob(JobId id, Party by, boolean emailVerified, Instant at)
            implements OwnerCommand {}

    record CloseJob(JobId id, Party by, Instant at) implements OwnerCommand {}

    record ReopenJob(JobId id, Party by, Instant at) implements OwnerCommand {}

    record CancelJob(JobId id, Party by, Instant at) implements OwnerCommand {}

    record ReserveSeat(JobId id, Party by, ProposalId proposal, Instant at)
            implements OwnerCommand {}

    /** What follows from something else that happened. */
    sealed interface Consequence extends JobCommand {}

    /** Proposals came or went. */
    record CountProposals(JobId id, Tally proposals, Instant at) implements Consequence {}

    record ExpireJob(JobId id, Instant at) implements Consequence {}

    /** The contract with this talent is funded. */
    record StartJob(JobId id, ProposalId proposal, ContractId contract, Instant at)
            implements Consequence {}

    /** The contract with this talent came to nothing. */
    record ReleaseSeat(JobId id, ProposalId proposal, Instant at) implements Consequence {}

    record CompleteJob(JobId id, ProposalId proposal, Instant at) implements Consequence {}
}
