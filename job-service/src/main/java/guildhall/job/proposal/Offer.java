package guildhall.job.proposal;

import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Side;

/** What is true of a proposal in every state: who offers what to whom for which job. */
public record Offer(
        ProposalId id, JobId job, String jobTitle, Side client, Side talent, ProposalTerms terms) {
    Offer with(ProposalTerms revised) {
        return new Offer(id, job, jobTitle, client, talent, revised);
    }
}
