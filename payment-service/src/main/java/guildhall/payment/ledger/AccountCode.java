package guildhall.payment.ledger;

/** The chart of accounts. */
public enum AccountCode {
    /** What providers and banks hold for us. */
    CASH_CLEARING(false),
    /** What a party may spend or withdraw. */
    AVAILABLE(true),
    /** What a party has earned and must still wait for. */
    PENDING(true),
    /** What is locked for one milestone. */
    ESCROW(true),
    /** What a dispute about an escrow has frozen. */
    DISPUTE_HOLD(true),
    /** The buyer's fee of an escrow, earned as the escrow is released. */
    BUYER_FEE_DEFERRED(true),
    /** What is on its way to payout accounts and back to cards. */
    PAYOUT_TRANSIT(false),
    /** What was paid for credits that are not consumed yet. */
    CREDIT_DEFERRED(false),
    /** What the platform has earned. */
    FEE_REVENUE(false),
    /** What the platform gives away: bonus credits, referral rewards. */
    PROMO_EXPENSE(false),
    /** What a party owes the platform after a chargeback; below zero while it owes. */
    RECEIVABLE(false),
    /** What providers charge us. */
    PROCESSOR_FEES(false),
    /** What came in or went out and cannot be explained yet. */
    SUSPENSE(false);

    private final boolean isProtected;

    AccountCode(boolean isProtected) {
        this.isProtected = isProtected;
    }

    /** Customers' money: its balance never goes below zero. */
    public boolean isProtected() {
        return isProtected;
    }
}
