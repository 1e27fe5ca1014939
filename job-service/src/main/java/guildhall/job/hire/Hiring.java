package guildhall.job.hire;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Choosing one proposal for a job. Each method is one transaction over the job and all of them. */
public interface Hiring {
    /**
     * Accepting the same proposal again changes nothing.
     *
     * @param seen whether the client knows this version of the proposal
     * @return why not, or empty when the proposal is accepted
     */
    Optional<HireRefusal> accept(ProposalId proposal, Party client, LongPredicate seen);

    /** The contract is funded. */
    void workBegan(JobId job, ProposalId proposal, ContractId contract);

    /** The contract was cancelled before it was funded. */
    void fellThrough(JobId job, ProposalId proposal);

    /** The active contract ended without a paid milestone. */
    void endedInVain(JobId job, ProposalId proposal);

    /** The contract ended well. */
    void workEnded(JobId job, ProposalId proposal);
}
