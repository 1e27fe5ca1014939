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
    /** What the platform has earned. */
    FEE_REVENUE(false),
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
