package guildhall.messages.job;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;

/** Facts about the answers of talents to jobs. */
@Topic("job.proposal.events")
public sealed interface ProposalEvents extends Message {
    ProposalId proposalId();

    @Override
    default String key() {
        return proposalId().toString();
    }

    /** A talent made an offer. */
    @MessageType("job.proposal-submitted.v1")
    record ProposalSubmittedV1(
            ProposalId proposalId,
            JobId jobId,
            String jobTitle,
            Side talent,
            Side client,
            Money bid,
            Instant submittedAt)
            implements ProposalEvents {}

    /** The talent took the offer back. */
    @MessageType("job.proposal-withdrawn.v1")
    record ProposalWithdrawnV1(
            ProposalId proposalId,
            JobId jobId,
            String jobTitle,
            Side talent,
            Side client,
            Instant withdrawnAt)
            implements ProposalEvents {}

    /**
     * The client chose this offer: the start of hiring (process C1). The seat is reserved until the
     * contract activates or is cancelled.
     */
    @MessageType("job.proposal-accepted.v1")
    record ProposalAcceptedV1(
            ProposalId proposalId,
            JobId jobId,
            String jobTitle,
            Side client,
            Side talent,
            Money amount,
            List<PlannedMilestoneV1> milestones,
            Instant acceptedAt)
            implements ProposalEvents {
        public ProposalAcceptedV1 {
            milestones = List.copyOf(milestones);
        }
    }

    /** The offer was turned down. Reason: CLIENT or POSITION_FILLED. */
    @MessageType("job.proposal-rejected.v1")
    record ProposalRejectedV1(
            ProposalId proposalId,
            JobId jobId,
            String jobTitle,
            Side talent,
            Side client,
            String reason,
            Instant rejectedAt)
            implements ProposalEvents {}

    /** A hire fell through, so this offer is open again. */
    @MessageType("job.proposal-reinstated.v1")
    record ProposalReinstatedV1(
            ProposalId proposalId,
            JobId jobId,
            String jobTitle,
            Side talent,
            Side client,
            Instant reinstatedAt)
            implements ProposalEvents {}

    /** One planned unit of work, in order; the amounts add up to the bid. */
    record PlannedMilestoneV1(String title, Money amount, int dueInDays) {}
}
