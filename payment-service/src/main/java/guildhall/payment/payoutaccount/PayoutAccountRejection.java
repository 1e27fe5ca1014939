package guildhall.payment.payoutaccount;

public sealed interface PayoutAccountRejection {
    record UnknownAccount() implements PayoutAccountRejection {}

    /** A disabled account stays disabled. */
    record AccountIsDisabled() implements PayoutAccountRejection {}

    /** It is for the provider to act, not for staff. */
    record NothingToLift() implements PayoutAccountRejection {}
}
