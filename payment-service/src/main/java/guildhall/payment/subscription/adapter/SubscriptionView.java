package guildhall.payment.subscription.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.subscription.Plan;
import guildhall.payment.subscription.Plan.Entitlement;
import guildhall.payment.subscription.Subscription.Active;
import guildhall.payment.subscription.Subscription.Cancelled;
import guildhall.payment.subscription.Subscription.Expired;
import guildhall.payment.subscription.Subscription.Known;
import guildhall.payment.subscription.Subscription.PastDue;
import guildhall.payment.subscription.Subscription.Trialing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription as its subscriber sees it. */
record SubscriptionView(
        UUID id,
        Party subscriber,
        SubscriptionStatus status,
        PlanView plan,
        @Schema(description = "The plan from the next period on, when it is another")
                @Nullable String nextPlan,
        @Schema(description = "Until when the benefits last as things are") Instant benefitsUntil,
        @Schema(description = "Only when past due: when the charge is tried again")
                @Nullable Instant nextAttemptAt) {

    record PlanView(
            String plan,
            String version,
            Money price,
            @Schema(description = "Of one period") int months,
            int trialDays,
            List<EntitlementView> entitlements) {
        static PlanView of(Plan plan) {
            return new PlanView(
                    plan.id(),
                    plan.version(),
                    plan.price(),
                    plan.months(),
                    plan.trialDays(),
                    plan.entitlements().stream().map(EntitlementView::of).toList());
        }
    }

    record EntitlementView(String name, long amount) {
        static EntitlementView of(Entitlement entitlement) {
            return new EntitlementView(entitlement.name(), entitlement.amount());
        }
    }

    static SubscriptionView of(Known subscription) {
        var terms = subscription.terms();
        return new SubscriptionView(
                terms.id().value(),
                terms.subscriber().party(),
                SubscriptionStatus.of(subscription),
                PlanView.of(terms.plan()),
                terms.nextPlan().orElse(null),
                until(subscription),
                subscription instanceof PastDue pastDue ? pastDue.nextAttempt() : null);
    }

    private static Instant until(Known subscription) {
        return switch (subscription) {
            case Trialing(_, var endsAt) -> endsAt;
            case Active(_, var period) -> period.end();
            case PastDue(_, _, _, var nextAttempt) -> nextAttempt;
            case Cancelled(_, var endsAt) -> endsAt;
            case Expired(_, var at) -> at;
        };
    }
}
