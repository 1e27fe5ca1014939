package guildhall.payment.escrow;

/** Why no money was taken. The names are part of the published language. */
public enum FundingRefusal {
    INSUFFICIENT_FUNDS,
    /** Staff has frozen or closed the wallet of the payer. */
    WALLET_FROZEN,
    /** The payer has to pay the platform back first. */
    DEBT_OUTSTANDING,
    ESCROW_CANCELLED,
    UNKNOWN_FEE_SCHEDULE,
    TERMS_DIFFER
}
