package guildhall.payment.ledger;

/** Why money moved, as a statement shows it. */
public enum Reason {
    DEPOSIT,
    ESCROW_HOLD,
    ESCROW_RELEASE,
    /** The safety window of a release is over. */
    CLEARANCE,
    REFUND
}
