package guildhall.payment.payout;

/** When the provider is asked to pay. The names are part of the published language. */
public enum Speed {
    /** With the next batch. */
    STANDARD,
    /** At once, for a fee. */
    INSTANT
}
