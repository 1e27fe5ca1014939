package guildhall.messages.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about locked money. */
@Topic("payment.escrow.events")
public sealed interface EscrowEvents extends Message {
    EscrowId escrowId();

    @Override
    default String key() {
        return escrowId().toString();
    }

    /**
     * The amount left the wallet of the payer and is held.
     *
     * @param buyerFee what the payer paid on top of it; absent: nothing
     * @param feeSchedule the version that every release of this escrow is priced by
     */
    @MessageType("payment.escrow-funded.v1")
    record EscrowFundedV1(
            EscrowId escrowId,
            int attempt,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money amount,
            Instant fundedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money buyerFee,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String feeSchedule)
            implements EscrowEvents {
        public EscrowFundedV1(
                EscrowId escrowId,
                int attempt,
                ContractId contractId,
                MilestoneId milestoneId,
                Side payer,
                Side payee,
                Money amount,
                Instant fundedAt) {
            this(
                    escrowId,
                    attempt,
                    contractId,
                    milestoneId,
                    payer,
                    payee,
                    amount,
                    fundedAt,
                    null,
                    null);
        }
    }

    /**
     * Nothing was taken. Reason: INSUFFICIENT_FUNDS, ESCROW_CANCELLED, WALLET_FROZEN,
     * DEBT_OUTSTANDING (the payer owes the platform something), UNKNOWN_FEE_SCHEDULE or
     * TERMS_DIFFER.
     */
    @MessageType("payment.escrow-funding-failed.v1")
    record EscrowFundingFailedV1(
            EscrowId escrowId,
            int attempt,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money amount,
            String reason,
            Instant failedAt)
            implements EscrowEvents {}

    /**
     * The payee was credited with net; the platform earned fee; gross = net + fee.
     *
     * @param buyerFee what the platform earned besides, of what the payer had paid on top; absent:
     *     nothing
     * @param team who got which part of net; absent: the payee got all of it
     */
    @MessageType("payment.escrow-released.v1")
    record EscrowReleasedV1(
            EscrowId escrowId,
            ReleaseId releaseId,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money gross,
            Money fee,
            Money net,
            Money stillHeld,
            Instant releasedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money buyerFee,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TeamPayment> team)
            implements EscrowEvents {
        public EscrowReleasedV1 {
            team = team == null ? null : List.copyOf(team);
        }

        public EscrowReleasedV1(
                EscrowId escrowId,
                ReleaseId releaseId,
                ContractId contractId,
                MilestoneId milestoneId,
                Side payer,
                Side payee,
                Money gross,
                Money fee,
                Money net,
                Money stillHeld,
                Instant releasedAt) {
            this(
                    escrowId,
                    releaseId,
                    contractId,
                    milestoneId,
                    payer,
                    payee,
                    gross,
                    fee,
                    net,
                    stillHeld,
                    releasedAt,
                    null,
                    null);
        }
    }

    /** Nothing was released. UNKNOWN_ESCROW, NOT_FUNDED, MORE_THAN_HELD, TERMS_DIFFER or FROZEN. */
    @MessageType("payment.escrow-release-rejected.v1")
    record EscrowReleaseRejectedV1(
            EscrowId escrowId, ReleaseId releaseId, String reason, Instant rejectedAt)
            implements EscrowEvents {}

    /**
     * Held money went back to the wallet of the payer.
     *
     * @param buyerFee what went back besides, of what the payer had paid on top; absent: nothing
     */
    @MessageType("payment.escrow-refunded.v1")
    record EscrowRefundedV1(
            EscrowId escrowId,
            RefundId refundId,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money amount,
            Money stillHeld,
            Instant refundedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money buyerFee)
            implements EscrowEvents {}

    /** Nothing was refunded. Reasons as for a release. */
    @MessageType("payment.escrow-refund-rejected.v1")
    record EscrowRefundRejectedV1(
            EscrowId escrowId, RefundId refundId, String reason, Instant rejectedAt)
            implements EscrowEvents {}

    /**
     * The escrow is closed for good; refunded says how much went back (zero when nothing was held).
     *
     * @param buyerFee what went back besides, of what the payer had paid on top; absent: nothing
     */
    @MessageType("payment.escrow-cancelled.v1")
    record EscrowCancelledV1(
            EscrowId escrowId,
            RefundId refundId,
            @Nullable Money refunded,
            Instant cancelledAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money buyerFee)
            implements EscrowEvents {
        public EscrowCancelledV1(
                EscrowId escrowId,
                RefundId refundId,
                @Nullable Money refunded,
                Instant cancelledAt) {
            this(escrowId, refundId, refunded, cancelledAt, null);
        }
    }

    /** Nothing was closed, because a dispute has frozen the money: FROZEN. */
    @MessageType("payment.escrow-cancel-rejected.v1")
    record EscrowCancelRejectedV1(
            EscrowId escrowId, RefundId refundId, String reason, Instant rejectedAt)
            implements EscrowEvents {}

    /**
     * The amount can only be moved by the outcome of the dispute; recalled says how much of it had
     * been released before and was taken back, fees included.
     */
    @MessageType("payment.escrow-frozen.v1")
    record EscrowFrozenV1(
            EscrowId escrowId,
            DisputeId disputeId,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money amount,
            Money recalled,
            Instant frozenAt)
            implements EscrowEvents {}

    /**
     * Nothing was frozen. UNKNOWN_ESCROW, NOT_FUNDED, FROZEN (by another dispute), NOTHING_LEFT
     * (all of it was refunded) or ALREADY_AVAILABLE (the talent may have spent it).
     */
    @MessageType("payment.escrow-freeze-rejected.v1")
    record EscrowFreezeRejectedV1(
            EscrowId escrowId, DisputeId disputeId, String reason, Instant rejectedAt)
            implements EscrowEvents {}

    /**
     * The dispute no longer binds the amount: toEscrow of it is held again, the rest is the payee's
     * again as it had been released.
     */
    @MessageType("payment.escrow-unfrozen.v1")
    record EscrowUnfrozenV1(
            EscrowId escrowId,
            DisputeId disputeId,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money amount,
            Money toEscrow,
            Instant unfrozenAt)
            implements EscrowEvents {}

    /**
     * The frozen amount was paid out: toClient to the payer, net to the payee, fee to the platform;
     * toTalent = net + fee.
     *
     * @param buyerFee what the platform earned besides, of what the payer had paid on top
     * @param buyerFeeReturned what went back to the payer of it
     * @param team who got which part of net; absent: the payee got all of it
     */
    @MessageType("payment.dispute-funds-split.v1")
    record DisputeFundsSplitV1(
            EscrowId escrowId,
            DisputeId disputeId,
            ReleaseId releaseId,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money toClient,
            Money toTalent,
            Money fee,
            Money net,
            Instant splitAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money buyerFee,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money buyerFeeReturned,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TeamPayment> team)
            implements EscrowEvents {
        public DisputeFundsSplitV1 {
            team = team == null ? null : List.copyOf(team);
        }
    }

    /**
     * The outcome of a dispute moved nothing. UNKNOWN_ESCROW, NOT_FUNDED, NOT_FROZEN (by this
     * dispute), NOT_THE_FROZEN_AMOUNT, TERMS_DIFFER (the dispute has another outcome already) or
     * ESCROW_CANCELLED (there is no work to return to).
     */
    @MessageType("payment.dispute-outcome-rejected.v1")
    record DisputeOutcomeRejectedV1(
            EscrowId escrowId, DisputeId disputeId, String reason, Instant rejectedAt)
            implements EscrowEvents {}
}
