package guildhall.payment.escrow;

/** Why no money was taken. The names are part of the published language. */
public enum FundingRefusal {
    INSUFFICIENT_FUNDS,
    ESCROW_CANCELLED,
    UNKNOWN_FEE_SCHEDULE,
    TERMS_DIFFER
}
