package guildhall.payment.payoutaccount;

/** Who keeps money from an account, and with that who can put it right. */
public enum RestrictedBy {
    /** The provider wants something from the owner, and says when it has it. */
    PROVIDER,
    /** The bank rejected a payout: the owner has to name another destination, or staff lifts it. */
    REJECTED_PAYOUT,
    /** Only staff lifts it. */
    STAFF
}
