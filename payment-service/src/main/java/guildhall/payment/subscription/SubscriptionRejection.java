package guildhall.payment.subscription;

public sealed interface SubscriptionRejection {
    record UnknownSubscription() implements SubscriptionRejection {}

    /** The party has one that has not expired. */
    record AlreadySubscribed() implements SubscriptionRejection {}

    /** Nothing leaves the wallet at present. */
    record WalletFrozen() implements SubscriptionRejection {}

    record InsufficientFunds() implements SubscriptionRejection {}

    /** It is cancelled or over. */
    record HasEnded() implements SubscriptionRejection {}

    /** What is past due must be paid first. */
    record IsPastDue() implements SubscriptionRejection {}

    record NothingDue() implements SubscriptionRejection {}
}
