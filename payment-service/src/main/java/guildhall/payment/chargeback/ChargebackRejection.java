package guildhall.payment.chargeback;

/** Why nothing was posted. All of these are for people to look at. */
public sealed interface ChargebackRejection {
    record UnknownPayment() implements ChargebackRejection {}

    /** As far as we know it was never paid. */
    record PaymentNotSettled() implements ChargebackRejection {}

    /** More than was paid, or another currency. */
    record AmountDiffers() implements ChargebackRejection {}
}
