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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests to move money. The key is the escrow, so that its movements are decided in order; the id
 * inside each command is its idempotency key.
 */
@Topic("payment.commands")
public sealed interface PaymentCommands extends Message {
    EscrowId escrowId();

    @Override
    default String key() {
        return escrowId().toString();
    }

    /**
     * Take the amount from the payer's wallet and lock it. Answer: escrow-funded or
     * escrow-funding-failed. A failed funding may be tried again with the next attempt number.
     *
     * @param feeTerms absent: a contract of kind FIXED by the schedule in force
     * @param team who shares what the payee earns; absent: nobody
     */
    @MessageType("payment.fund-escrow.v1")
    record FundEscrowV1(
            EscrowId escrowId,
            int attempt,
            ContractId contractId,
            MilestoneId milestoneId,
            String title,
            Side payer,
            Side payee,
            Money amount,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FeeTerms feeTerms,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TeamShare> team)
            implements PaymentCommands {
        public FundEscrowV1 {
            team = team == null ? null : List.copyOf(team);
        }

        public FundEscrowV1(
                EscrowId escrowId,
                int attempt,
                ContractId contractId,
                MilestoneId milestoneId,
                String title,
                Side payer,
                Side payee,
                Money amount) {
            this(
                    escrowId,
                    attempt,
                    contractId,
                    milestoneId,
                    title,
                    payer,
                    payee,
                    amount,
                    null,
                    null);
        }
    }

    /**
     * Pay the payee out of the escrow, less the fee. Answer: escrow-released or
     * escrow-release-rejected.
     */
    @MessageType("payment.release-escrow.v1")
    record ReleaseEscrowV1(EscrowId escrowId, ReleaseId releaseId, Money amount)
            implements PaymentCommands {}

    /** Give held money back to the payer. Answer: escrow-refunded or escrow-refund-rejected. */
    @MessageType("payment.refund-escrow.v1")
    record RefundEscrowV1(EscrowId escrowId, RefundId refundId, Money amount, String reason)
            implements PaymentCommands {}

    /**
     * Close the escrow whatever its state: what is held goes back to the payer, and a funding that
     * arrives later is refused. Answer: escrow-cancelled, or escrow-cancel-rejected while a dispute
     * has frozen it.
     */
    @MessageType("payment.cancel-escrow.v1")
    record CancelEscrowV1(EscrowId escrowId, RefundId refundId, String reason)
            implements PaymentCommands {}

    /**
     * Put everything out of reach that a dispute can still decide about: what is held, and what was
     * released and is still inside its safety window. Until the dispute is over nothing is
     * released, refunded or cancelled. Answer: escrow-frozen or escrow-freeze-rejected.
     */
    @MessageType("payment.freeze-escrow.v1")
    record FreezeEscrowV1(EscrowId escrowId, DisputeId disputeId) implements PaymentCommands {}

    /**
     * The dispute was withdrawn: everything goes back to where the freeze found it, and safety
     * windows go on with the time that they had left. Answer: escrow-unfrozen or
     * dispute-outcome-rejected.
     */
    @MessageType("payment.unfreeze-escrow.v1")
    record UnfreezeEscrowV1(EscrowId escrowId, DisputeId disputeId) implements PaymentCommands {}

    /**
     * The work goes on: everything that is frozen is held again, also what had been released before
     * the dispute. Answer: escrow-unfrozen or dispute-outcome-rejected.
     */
    @MessageType("payment.return-frozen-funds.v1")
    record ReturnFrozenFundsV1(EscrowId escrowId, DisputeId disputeId) implements PaymentCommands {}

    /**
     * Pay out what is frozen. The two amounts add up to it and one of them may be zero; only the
     * talent's part bears a fee. The release id names that part from then on. Answer:
     * dispute-funds-split or dispute-outcome-rejected.
     */
    @MessageType("payment.split-frozen-funds.v1")
    record SplitFrozenFundsV1(
            EscrowId escrowId,
            DisputeId disputeId,
            ReleaseId releaseId,
            Money toClient,
            Money toTalent)
            implements PaymentCommands {}
}
