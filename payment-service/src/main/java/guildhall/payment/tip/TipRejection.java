package guildhall.payment.tip;

import guildhall.messages.money.Money;
import java.util.Currency;

/** Why no tip was given. */
public sealed interface TipRejection {
    /** Nobody has heard of the escrow, or it never held anything. */
    record UnknownEscrow() implements TipRejection {}

    /** A tip is for work that was paid. */
    record NothingPaidYet() implements TipRejection {}

    record AnotherCurrency(Currency expected) implements TipRejection {}

    /** Staff has frozen or closed the wallet of the payer. */
    record WalletUnusable() implements TipRejection {}

    /** The payer has to pay the platform back first. */
    record OwesPlatform() implements TipRejection {}

    record InsufficientFunds(Money available) implements TipRejection {}
}
