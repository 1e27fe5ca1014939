package guildhall.contract.milestone;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;

/**
 * What is to be done for how much.
 *
 * @param sequence position in the contract, from 1
 * @param dueInDays counted from the moment the money is in escrow
 * @param revisionAllowance how many changes the client may ask for
 */
public record Plan(
        MilestoneId id,
        ContractId contract,
        int sequence,
        String title,
        Money amount,
        int dueInDays,
        int revisionAllowance) {
    Plan edited(String newTitle, Money newAmount, int newDueInDays) {
        return new Plan(
                id, contract, sequence, newTitle, newAmount, newDueInDays, revisionAllowance);
    }
}
