package guildhall.job.proposal.adapter;

import guildhall.job.proposal.Proposal.Active;
import guildhall.job.proposal.ProposalStatus;
import guildhall.job.proposal.StoredProposal;
import guildhall.job.proposal.adapter.ProposalRequests.MilestoneBody;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proposal as its two parties see it. */
record ProposalView(
        ProposalId id,
        JobId jobId,
        String jobTitle,
        Party client,
        Party talent,
        ProposalStatus status,
        Money bid,
        int durationDays,
        String coverLetter,
        List<MilestoneBody> milestones,
        Instant submittedAt,
        @Schema(description = "When it expires unless the client answers")
                @Nullable Instant expiresAt,
        long version) {

    static ProposalView of(StoredProposal stored) {
        var proposal = stored.proposal();
        var offer = proposal.offer();
        var terms = offer.terms();
        return new ProposalView(
                offer.id(),
                offer.job(),
                offer.jobTitle(),
                offer.client().party(),
                offer.talent().party(),
                proposal.status(),
                terms.bid(),
                terms.durationDays(),
                terms.coverLetter(),
                terms.milestones().stream().map(MilestoneBody::of).toList(),
                stored.submittedAt(),
                proposal instanceof Active active && !active.stage().isAnswered()
                        ? active.expiresAt()
                        : null,
                stored.version());
    }
}
