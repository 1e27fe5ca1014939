package guildhall.payment.topup;

/** What became of the wish to end a payment. */
public enum CancelOutcome {
    CANCELLED,
    /** The provider works on it. */
    TOO_LATE,
    /** It has succeeded or failed. */
    ENDED,
    /** The provider does not answer. */
    UNKNOWN
}
