package guildhall.payment.subscription.adapter;

import guildhall.payment.subscription.Subscription.Active;
import guildhall.payment.subscription.Subscription.Cancelled;
import guildhall.payment.subscription.Subscription.Expired;
import guildhall.payment.subscription.Subscription.Known;
import guildhall.payment.subscription.Subscription.PastDue;
import guildhall.payment.subscription.Subscription.Trialing;

/** What the state of a subscription is called outside. */
enum SubscriptionStatus {
    TRIALING,
    ACTIVE,
    PAST_DUE,
    CANCELLED,
    EXPIRED;

    static SubscriptionStatus of(Known subscription) {
        return switch (subscription) {
            case Trialing _ -> TRIALING;
            case Active _ -> ACTIVE;
            case PastDue _ -> PAST_DUE;
            case Cancelled _ -> CANCELLED;
            case Expired _ -> EXPIRED;
        };
    }
}
