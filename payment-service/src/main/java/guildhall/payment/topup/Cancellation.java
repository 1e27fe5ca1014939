package guildhall.payment.topup;

/** Who ended a payment before anything was charged. */
public enum Cancellation {
    /** Its payer, here or on a page of the provider. */
    PAYER,
    /** Nobody: its payer did not complete it in time. */
    TIME_OUT,
    /** The provider, for a reason of its own. */
    PROVIDER
}
