package guildhall.payment.topup;

public sealed interface TopUpRejection {
    record UnknownIntent() implements TopUpRejection {}

    /** The provider reports another amount than was asked for. */
    record AmountDiffers() implements TopUpRejection {}

    /** The provider reports the opposite of what it reported before. */
    record OutcomeContradicted() implements TopUpRejection {}
}
