package guildhall.contract.funding;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;

/**
 * Everything that payment must know about one escrow, minted and stored before it is ordered.
 *
 * @param closing names the refund in case that the escrow must be closed
 */
public record EscrowOrder(
        EscrowId escrow,
        RefundId closing,
        ContractId contract,
        MilestoneId milestone,
        String title,
        Side payer,
        Side payee,
        Money amount) {}
