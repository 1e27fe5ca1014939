package guildhall.payment.chargeback;

/** Why nothing was posted. All of these are for people to look at. */
public sealed interface ChargebackRejection {
    record UnknownPayment() implements ChargebackRejection {}

    /** As far as we know it was never paid. */
    record PaymentNotSettled() implements ChargebackRejection {}

    /** More than was paid or taken, another currency, or not what was said before. */
    record AmountDiffers() implements ChargebackRejection {}
}
