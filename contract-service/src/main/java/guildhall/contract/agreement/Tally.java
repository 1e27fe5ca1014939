package guildhall.contract.agreement;

import guildhall.messages.money.Money;

/**
 * How the milestones of a contract stand together.
 *
 * @param open how many are neither paid nor cancelled with their money returned
 * @param paid what was paid for the others, fees included
 */
public record Tally(int open, Money paid) {}
