package guildhall.payment.escrow;

import guildhall.messages.id.DisputeId;
import guildhall.messages.money.Money;

/** Why an order changed nothing. */
public sealed interface EscrowRejection {
    record UnknownEscrow() implements EscrowRejection {}

    record NotFunded() implements EscrowRejection {}

    record MoreThanHeld(Money held) implements EscrowRejection {}

    /** The id is known with another amount, other parties or another currency. */
    record TermsDiffer() implements EscrowRejection {}

    record AlreadyCancelled() implements EscrowRejection {}

    /** Only the outcome of the dispute may move the money. */
    record Frozen(DisputeId by) implements EscrowRejection {}

    /** Everything went back to the payer before the dispute. */
    record NothingLeft() implements EscrowRejection {}

    /** The safety window is over: the payee may have spent it. */
    record AlreadyAvailable() implements EscrowRejection {}

    /** At least not by this dispute, or no longer. */
    record NotFrozen() implements EscrowRejection {}

    record NotTheFrozenAmount(Money frozen) implements EscrowRejection {}
}
