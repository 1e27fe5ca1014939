package guildhall.contract.funding;

import guildhall.contract.team.TeamMember;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that payment must know about one escrow, minted and stored before it is ordered.
 *
 * @param closing names the refund in case that the escrow must be closed
 * @param team who shares what the payee earns, as it was agreed when the escrow was ordered; empty
 *     when the payee works alone
 */
public record EscrowOrder(
        EscrowId escrow,
        RefundId closing,
        ContractId contract,
        MilestoneId milestone,
        String title,
        Side payer,
        Side payee,
        Money amount,
        List<TeamMember> team) {
    /**
     * @param team absent in what was stored before there were teams
     */
    public EscrowOrder(
            EscrowId escrow,
            RefundId closing,
            ContractId contract,
            MilestoneId milestone,
            String title,
            Side payer,
            Side payee,
            Money amount,
            @Nullable List<TeamMember> team) {
        this.escrow = escrow;
        this.closing = closing;
        this.contract = contract;
        this.milestone = milestone;
        this.title = title;
        this.payer = payer;
        this.payee = payee;
        this.amount = amount;
        this.team = team == null ? List.of() : List.copyOf(team);
    }
}
