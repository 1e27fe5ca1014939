package guildhall.contract.release;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;

/** The one payment that an approval causes. */
public record ReleaseOrder(
        ReleaseId release,
        EscrowId escrow,
        ContractId contract,
        MilestoneId milestone,
        Money amount) {}
