package guildhall.payment.asset;

/** Why nothing changed. */
public sealed interface SaleRejection {
    /** The licence is known with another asset, other parties or another price. */
    record TermsDiffer() implements SaleRejection {}

    record UnknownLicence() implements SaleRejection {}

    /** There is nothing to give back. */
    record NotCaptured() implements SaleRejection {}

    /** The safety window is over: the seller may have spent it. */
    record AlreadyAvailable() implements SaleRejection {}
}
