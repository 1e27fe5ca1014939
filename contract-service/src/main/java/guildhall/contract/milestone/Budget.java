package guildhall.contract.milestone;

import guildhall.messages.money.Money;

/**
 * What the contract leaves for one milestone.
 *
 * @param contractActive only an active contract takes new or changed milestones
 * @param available the amount of the contract less all its other milestones that are not cancelled
 */
public record Budget(boolean contractActive, Money available) {
    boolean covers(Money amount) {
        return available.currency().equals(amount.currency()) && !available.isLessThan(amount);
    }
}
