package guildhall.payment.asset;

/** Why nothing was taken. The names are part of the published language. */
public enum SaleRefusal {
    INSUFFICIENT_FUNDS,
    /** Staff has frozen or closed the wallet of the buyer. */
    WALLET_FROZEN,
    /** The buyer has to pay the platform back first. */
    DEBT_OUTSTANDING,
    UNKNOWN_FEE_SCHEDULE
}
