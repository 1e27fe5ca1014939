package guildhall.payment.payout;

import java.time.Instant;

/** Why nothing changed. */
public sealed interface PayoutRejection {
    record UnknownPayout() implements PayoutRejection {}

    /** No such account, or somebody else's. */
    record UnknownAccount() implements PayoutRejection {}

    record AccountNotActive() implements PayoutRejection {}

    record AccountOnHold(Instant until) implements PayoutRejection {}

    record AccountOfOtherCurrency() implements PayoutRejection {}

    record BelowMinimum() implements PayoutRejection {}

    record MoreThanAvailable() implements PayoutRejection {}

    record AboveDailyLimit() implements PayoutRejection {}

    /** Nothing leaves the wallet at present. */
    record WalletFrozen() implements PayoutRejection {}

    /** A chargeback is not paid back yet. */
    record OwesPlatform() implements PayoutRejection {}

    /** Nobody decides about a payout of their own. */
    record ReviewerIsRequester() implements PayoutRejection {}

    /** They have approved already, and somebody else has to. */
    record ApprovedByThemAlready() implements PayoutRejection {}

    record NotAwaitingReview() implements PayoutRejection {}

    /** The provider has it, or it is over. */
    record TooLate() implements PayoutRejection {}

    /** The provider reports another amount than it was asked to pay. */
    record AmountDiffers() implements PayoutRejection {}

    /** The provider reports the opposite of what it reported before. */
    record OutcomeContradicted() implements PayoutRejection {}
}
