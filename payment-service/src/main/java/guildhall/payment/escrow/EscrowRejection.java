package guildhall.payment.escrow;

import guildhall.messages.money.Money;

/** Why an order changed nothing. */
public sealed interface EscrowRejection {
    record UnknownEscrow() implements EscrowRejection {}

    record NotFunded() implements EscrowRejection {}

    record MoreThanHeld(Money held) implements EscrowRejection {}

    /** The id is known with another amount, other parties or another currency. */
    record TermsDiffer() implements EscrowRejection {}

    record AlreadyCancelled() implements EscrowRejection {}
}
