package guildhall.payment.payout;

/** What a refusal of the provider means for what happens next. */
public enum RefusalKind {
    /** It may work later. */
    TEMPORARY,
    /** It will not work with this destination. */
    DESTINATION_REJECTED,
    /** It will not work, for another reason. */
    FINAL
}
