package guildhall.payment.refund;

/** Why nothing changed. */
public sealed interface RefundRejection {
    record UnknownRefund() implements RefundRejection {}

    /** No such payment, or somebody else's. */
    record UnknownPayment() implements RefundRejection {}

    /** The provider has not charged it, or not yet. */
    record PaymentNotSettled() implements RefundRejection {}

    record PaymentOfOtherCurrency() implements RefundRejection {}

    record AnotherIsOpen() implements RefundRejection {}

    record MoreThanRefundable() implements RefundRejection {}

    record MoreThanAvailable() implements RefundRejection {}

    /** Nothing leaves the wallet at present. */
    record WalletFrozen() implements RefundRejection {}

    /** A chargeback is not paid back yet. */
    record OwesPlatform() implements RefundRejection {}

    /** Nobody decides about a refund of their own. */
    record ReviewerIsRequester() implements RefundRejection {}

    /** They have approved already, and somebody else has to. */
    record ApprovedByThemAlready() implements RefundRejection {}

    record NotAwaitingDecision() implements RefundRejection {}

    /** The provider reports another amount than it was asked to refund. */
    record AmountDiffers() implements RefundRejection {}

    /** The provider reports the opposite of what it reported before. */
    record OutcomeContradicted() implements RefundRejection {}
}
