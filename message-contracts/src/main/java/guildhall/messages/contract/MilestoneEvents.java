package guildhall.messages.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jspecify.annotations.Nullable;

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

    /** What releases have credited together: gross = net + fee. */
    record PaymentSumV1(Money gross, Money fee, Money net) {}

    /**
     * The client paid a part while the work goes on, and the talent has been credited with it.
     *
     * @param stillHeld what is left in escrow for this milestone
     */
    @MessageType("contract.milestone-part-paid.v1")
    record MilestonePartPaidV1(
            MilestoneId milestoneId,
            ContractId contractId,
            String title,
            Side client,
            Side talent,
            Money gross,
            Money fee,
            Money net,
            Money stillHeld,
            Instant paidAt)
            implements MilestoneEvents {}

    /**
     * The work is accepted, by the client or by time; its escrow is being released.
     *
     * @param rest what is left to release; absent: the whole amount
     */
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
            Instant approvedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money rest)
            implements MilestoneEvents {
        public MilestoneApprovedV1(
                MilestoneId milestoneId,
                ContractId contractId,
                String title,
                Side client,
                Side talent,
                Money amount,
                EscrowId escrowId,
                ReleaseId releaseId,
                boolean automatic,
                Instant approvedAt) {
            this(
                    milestoneId,
                    contractId,
                    title,
                    client,
                    talent,
                    amount,
                    escrowId,
                    releaseId,
                    automatic,
                    approvedAt,
                    null);
        }
    }

    /**
     * The talent has been credited with what the approval released.
     *
     * @param total what was credited for this milestone in all, with the parts that had been paid
     *     before; absent: there were none
     */
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
            Instant paidAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaymentSumV1 total)
            implements MilestoneEvents {
        public MilestonePaidV1(
                MilestoneId milestoneId,
                ContractId contractId,
                String title,
                Side client,
                Side talent,
                Money gross,
                Money fee,
                Money net,
                Instant paidAt) {
            this(milestoneId, contractId, title, client, talent, gross, fee, net, paidAt, null);
        }
    }

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
