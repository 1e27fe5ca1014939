package guildhall.payment.alarm;

/** What is checked about the books. The names are part of the published language. */
public enum BooksCheck {
    /** Every balance is the sum of its lines, and counts them. */
    BALANCES,
    /** All balances of a currency add up to zero. */
    TRIAL_BALANCE,
    /** What is left of an escrow lies on its ESCROW and DISPUTE_HOLD accounts. */
    ESCROWS,
    /** Customers' money is in wallets that their owners can see. */
    WALLETS,
    /** What was paid for credits that are not used up lies on CREDIT_DEFERRED. */
    CREDITS,
    /** What is pending is what the safety windows hold back, for each payee. */
    SAFETY_HOLDS,
    /** PAYOUT_TRANSIT holds the payouts and refunds that are under way. */
    TRANSIT,
    /** No protected account is below zero. */
    NEGATIVE_BALANCES,
    /** Every journal of a finished transaction is in the hash chain. */
    UNSEALED_JOURNALS,
    /** The hash chain fits the journals. */
    HASH_CHAIN
}
