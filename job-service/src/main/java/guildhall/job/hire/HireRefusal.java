package guildhall.job.hire;

import guildhall.job.posting.JobRejection;
import guildhall.job.proposal.ProposalRejection;

/** Why a proposal cannot be accepted: because of its job, or because of itself. */
public sealed interface HireRefusal {
    record JobRefuses(JobRejection reason) implements HireRefusal {}

    record ProposalRefuses(ProposalRejection reason) implements HireRefusal {}
}
