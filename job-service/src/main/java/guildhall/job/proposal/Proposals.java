package guildhall.job.proposal;

import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** All proposals. Whatever changes one locks its job first. */
public interface Proposals {
    /** Reads the job and decides in one transaction, so that it cannot close in between. */
    Decision<ProposalEvent, ProposalRejection> submit(
            ProposalId id, JobId job, Side talent, ProposalTerms terms, Instant at);

    /**
     * Locks, decides, stores and counts in one transaction: outbox and timer included. Joins the
     * present transaction if there is one.
     *
     * @param seen whether the caller knows this version of the proposal; accepting for somebody who
     *     does not is an error of the runtime
     */
    Decision<ProposalEvent, ProposalRejection> handle(ProposalCommand command, LongPredicate seen);

    /** For callers who do not care which version it is. */
    default Decision<ProposalEvent, ProposalRejection> handle(ProposalCommand command) {
        return handle(command, _ -> true);
    }

    Optional<StoredProposal> find(ProposalId id);

    /** The newest first, older than the given place. */
    List<StoredProposal> ofTalent(Party talent, Place before, int limit);

    /** The newest first, older than the given place. */
    List<StoredProposal> ofJob(JobId job, Place before, int limit);

    List<ProposalId> activeFor(JobId job);

    List<ProposalId> displacedBy(ProposalId hired);
}
