package guildhall.payment.referral;

/** Why no reward was paid. The names are part of the published language. */
public enum RewardRejection {
    TERMS_DIFFER,
    ABOVE_LIMIT
}
