package guildhall.payment.subscription.adapter;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.party.Side;
import guildhall.payment.subscription.Plans;
import guildhall.payment.subscription.SubscriptionEvent;
import guildhall.payment.subscription.SubscriptionRejection;
import guildhall.runtime.decide.Decision;
import java.time.Instant;

/** Lets tests of other packages in. */
public class SubscriptionDoor {
    private final SubscriptionTransactions subscriptions;
    private final Plans plans;

    SubscriptionDoor(SubscriptionTransactions subscriptions, Plans plans) {
        this.subscriptions = subscriptions;
        this.plans = plans;
    }

    public Decision<SubscriptionEvent, SubscriptionRejection> subscribe(
            SubscriptionId id, Side subscriber, String plan, Instant at) {
        return subscriptions.subscribe(id, subscriber, plans.find(plan, at).orElseThrow(), at);
    }

    public Decision<SubscriptionEvent, SubscriptionRejection> advance(
            SubscriptionId id, Instant at) {
        return subscriptions.advance(id, at);
    }

    public Decision<SubscriptionEvent, SubscriptionRejection> payNow(
            SubscriptionId id, Instant at) {
        return subscriptions.payNow(id, at);
    }

    public Decision<SubscriptionEvent, SubscriptionRejection> cancel(
            SubscriptionId id, Instant at) {
        return subscriptions.cancel(id, at);
    }
}
