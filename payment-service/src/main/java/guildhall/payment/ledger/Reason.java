package guildhall.payment.ledger;

/** Why money moved, as a statement shows it. */
public enum Reason {
    DEPOSIT,
    ESCROW_HOLD,
    ESCROW_RELEASE,
    /** The safety window of a release is over. */
    CLEARANCE,
    REFUND,
    DISPUTE_FREEZE,
    DISPUTE_OUTCOME,
    PAYOUT,
    /** A payout that failed or was cancelled came back. */
    PAYOUT_RETURNED,
    /** Money went back to the card or account that it was paid from. */
    CARD_REFUND,
    CHARGEBACK,
    /** A debt to the platform was paid off. */
    DEBT_RECOVERY,
    CREDIT_PURCHASE,
    CREDIT_CONSUMPTION,
    CREDIT_BONUS,
    SUBSCRIPTION,
    /** A bill of the platform that was paid from the wallet. */
    INVOICE,
    TIP,
    ASSET_SALE,
    REFERRAL_REWARD,
    ADJUSTMENT,
    PROCESSOR_FEE,
    /** Something that could not be explained was set aside, or was explained at last. */
    RECONCILIATION
}
