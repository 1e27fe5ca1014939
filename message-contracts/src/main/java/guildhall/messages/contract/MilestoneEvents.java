package guildhall.messages.contract;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/** Facts about contracted units of work. */
@Topic("contract.milestone.events")
public sealed interface MilestoneEvents extends Message {
    MilestoneId milestoneId();

    @Override
    default String key() {
        return milestoneId().toString();
    }

    /** The money for this milestone is held in escrow; work on it may start. */
    @MessageType("contract.milestone-funded.v1")
    record MilestoneFundedV1(
            MilestoneId milestoneId,
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            Money amount,
            EscrowId escrowId,
            Instant fundedAt)
            implements MilestoneEvents {}

    /** The talent delivered; unless the client answers, the work is approved at the given time. */
    @MessageType("contract.work-submitted.v1")
    record WorkSubmittedV1(
            MilestoneId milestoneId,
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            int submission,
            String notes,
            Instant submittedAt,
            Instant autoApproveAt)
            implements MilestoneEvents {}

    /** The client asked for a change. */
    @MessageType("contract.revision-requested.v1")
    record RevisionRequestedV1(
            MilestoneId milestoneId,
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            int revision,
            String reason,
            Instant requestedAt)
            implements MilestoneEvents {}

    /** The work is accepted, by the client or by time; its escrow is being released. */
    @MessageType("contract.milestone-approved.v1")
    record MilestoneApprovedV1(
            MilestoneId milestoneId,
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            Money amount,
            EscrowId escrowId,
            ReleaseId releaseId,
            boolean automatic,
            Instant approvedAt)
            implements MilestoneEvents {}

    /** The talent has been credited. */
    @MessageType("contract.milestone-paid.v1")
    record MilestonePaidV1(
            MilestoneId milestoneId,
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            Money gross,
            Money fee,
            Money net,
            Instant paidAt)
            implements MilestoneEvents {}

    /** The milestone will not be done; what was held for it goes back to the client. */
    @MessageType("contract.milestone-cancelled.v1")
    record MilestoneCancelledV1(
            MilestoneId milestoneId,
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            String reason,
            Instant cancelledAt)
            implements MilestoneEvents {}
}
