package guildhall.payment.subscription;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * Who subscribes to what.
 *
 * @param nextPlan the id of the plan that counts from the next period, when it is another
 * @param anchor when the first period begins or began
 */
public record Terms(
        SubscriptionId id, Side subscriber, Plan plan, Optional<String> nextPlan, Instant anchor) {

    public static Terms of(SubscriptionId id, Side subscriber, Plan plan, Instant anchor) {
        return new Terms(id, subscriber, plan, Optional.empty(), anchor);
    }

    Terms on(Plan other) {
        return new Terms(id, subscriber, other, Optional.empty(), anchor);
    }

    Terms then(String other) {
        return new Terms(id, subscriber, plan, Optional.of(other), anchor);
    }

    Period periodFrom(Instant start) {
        return Period.from(anchor, start, plan.months());
    }
}
