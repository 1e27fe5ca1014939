package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.SubscriptionId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.List;

/**
 * Facts about subscriptions, and thereby what a party is entitled to. The key is the party, which
 * has one subscription at a time.
 */
@Topic("payment.subscription.events")
public sealed interface SubscriptionEvents extends Message {
    Party subscriber();

    SubscriptionId subscriptionId();

    @Override
    default String key() {
        return subscriber().toString();
    }

    /** How much of something a plan allows, for example 5 seats. */
    record Entitlement(String name, long amount) {}

    /**
     * The party is entitled to exactly this until then: it began a trial, paid for a period, or
     * changed its plan. Replaces what it was entitled to before.
     */
    @MessageType("payment.subscription-activated.v1")
    record SubscriptionActivatedV1(
            Party subscriber,
            SubscriptionId subscriptionId,
            String plan,
            String planVersion,
            boolean trial,
            List<Entitlement> entitlements,
            Instant until,
            Instant activatedAt)
            implements SubscriptionEvents {
        public SubscriptionActivatedV1 {
            entitlements = List.copyOf(entitlements);
        }
    }

    /** The wallet did not cover the period. It is tried again; the party keeps what it has. */
    @MessageType("payment.subscription-past-due.v1")
    record SubscriptionPastDueV1(
            Party subscriber,
            SubscriptionId subscriptionId,
            Money amount,
            int failures,
            Instant nextAttemptAt,
            Instant missedAt)
            implements SubscriptionEvents {}

    /** Unless it is cancelled before, the next period of the plan is charged to the wallet then. */
    @MessageType("payment.subscription-renews-soon.v1")
    record SubscriptionRenewsSoonV1(
            Party subscriber,
            SubscriptionId subscriptionId,
            String plan,
            Money price,
            Instant renewsAt,
            Instant toldAt)
            implements SubscriptionEvents {}

    /** It will not be renewed; the party keeps what it has until then. */
    @MessageType("payment.subscription-cancelled.v1")
    record SubscriptionCancelledV1(
            Party subscriber, SubscriptionId subscriptionId, Instant endsAt, Instant cancelledAt)
            implements SubscriptionEvents {}

    /** The party is entitled to nothing more by it. */
    @MessageType("payment.subscription-expired.v1")
    record SubscriptionExpiredV1(Party subscriber, SubscriptionId subscriptionId, Instant expiredAt)
            implements SubscriptionEvents {}
}
