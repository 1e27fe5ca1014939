package guildhall.contract.agreement;

import guildhall.messages.money.Money;

/**
 * One unit of work as it was agreed.
 *
 * @param dueInDays counted from the moment its money is in escrow
 */
public record PlannedWork(String title, Money amount, int dueInDays) {}
