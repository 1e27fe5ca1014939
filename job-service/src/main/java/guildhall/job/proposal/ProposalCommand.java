package guildhall.job.proposal;

import guildhall.job.posting.Job;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.time.Instant;

/** What can be asked of a proposal. */
public sealed interface ProposalCommand {
    ProposalId id();

    Instant at();

    /** The job as it stands, locked by the transaction that decides. */
    record SubmitProposal(ProposalId id, Side talent, Job job, ProposalTerms terms, Instant at)
            implements ProposalCommand {}

    /** What only the talent may ask for. */
    sealed interface TalentCommand extends ProposalCommand {
        Party by();
    }

    record ReviseProposal(ProposalId id, Party by, ProposalTerms terms, Instant at)
            implements TalentCommand {}

    record WithdrawProposal(ProposalId id, Party by, Instant at) implements TalentCommand {}

    /** What only the client may ask for. */
    sealed interface ClientCommand extends ProposalCommand {
        Party by();
    }

    record AdvanceProposal(ProposalId id, Party by, Stage to, Instant at)
            implements ClientCommand {}

    record RejectProposal(ProposalId id, Party by, Instant at) implements ClientCommand {}

    record AcceptProposal(ProposalId id, Party by, Instant at) implements ClientCommand {}

    /** What follows from something else that happened. */
    sealed interface Consequence extends ProposalCommand {}

    record ExpireProposal(ProposalId id, Instant at) implements Consequence {}

    /** The work began with the other proposal. */
    record DisplaceProposal(ProposalId id, ProposalId hired, Instant at) implements Consequence {}

    /** The other proposal's contract came to nothing. */
    record ReinstateProposal(ProposalId id, ProposalId hired, Instant at) implements Consequence {}

    /** This proposal's contract was cancelled before it was funded. */
    record OfferAgain(ProposalId id, Instant at) implements Consequence {}

    /** The client cancelled the job. */
    record DropProposal(ProposalId id, Instant at) implements Consequence {}
}
