package guildhall.payment.subscription;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.UUID;

/** Where money may move, a command carries what the subscriber can spend at this moment. */
public sealed interface SubscriptionCommand {
    SubscriptionId subscription();

    Instant at();

    /**
     * @param trial whether the subscriber may have one
     */
    record Subscribe(Terms terms, boolean trial, Money available, Instant at)
            implements SubscriptionCommand {
        @Override
        public SubscriptionId subscription() {
            return terms.id();
        }
    }

    /** Does what is due by now. */
    record Advance(SubscriptionId subscription, Money available, Instant at)
            implements SubscriptionCommand {}

    /** Pays what is past due before its next try. */
    record PayNow(SubscriptionId subscription, Money available, Instant at)
            implements SubscriptionCommand {}

    /**
     * @param change its idempotency key
     */
    record ChangePlan(
            SubscriptionId subscription, UUID change, Plan plan, Money available, Instant at)
            implements SubscriptionCommand {}

    record Cancel(SubscriptionId subscription, Instant at) implements SubscriptionCommand {}
}
