package guildhall.messages.payment;

import guildhall.messages.money.Money;
import guildhall.messages.party.Side;

/** What one member of a team was credited with. */
public record TeamPayment(Side member, Money amount) {}
