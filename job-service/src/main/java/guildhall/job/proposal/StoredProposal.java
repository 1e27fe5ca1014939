package guildhall.job.proposal;

import guildhall.job.proposal.Proposal.Known;
import java.time.Instant;

/** A proposal as it was read. */
public record StoredProposal(Known proposal, long version, Instant submittedAt) {}
