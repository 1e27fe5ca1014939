package guildhall.payment.fee;

import guildhall.messages.money.Money;

/**
 * What was decided about the price when something was funded; it never changes afterwards.
 *
 * @param schedule the version that prices every later release
 * @param buyerFee what the payer pays on top
 */
public record Pricing(String schedule, Money buyerFee) {}
