package guildhall.payment.subscription.adapter;

import guildhall.messages.payment.SubscriptionEvents;
import guildhall.messages.payment.SubscriptionEvents.Entitlement;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionActivatedV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionCancelledV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionExpiredV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionPastDueV1;
import guildhall.payment.subscription.SubscriptionEvent;
import guildhall.payment.subscription.SubscriptionEvent.PaymentMissed;
import guildhall.payment.subscription.SubscriptionEvent.PeriodPaid;
import guildhall.payment.subscription.SubscriptionEvent.PlanChangeScheduled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionCancelled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionExpired;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionGivenUp;
import guildhall.payment.subscription.SubscriptionEvent.TrialPlanChanged;
import guildhall.payment.subscription.SubscriptionEvent.TrialStarted;
import guildhall.payment.subscription.SubscriptionEvent.Upgraded;
import guildhall.payment.subscription.Terms;
import java.time.Instant;
import java.util.Optional;

/** What other services hear of subscriptions. */
final class SubscriptionMessages {

    static Optional<SubscriptionEvents> of(SubscriptionEvent event) {
        return switch (event) {
            case TrialStarted(var terms, var endsAt, var at) ->
                    Optional.of(activated(terms, true, endsAt, at));
            case TrialPlanChanged(var terms, var endsAt, var at) ->
                    Optional.of(activated(terms, true, endsAt, at));
            case PeriodPaid(var terms, var period, _, var at) ->
                    Optional.of(activated(terms, false, period.end(), at));
            case Upgraded(var terms, var period, _, _, var at) ->
                    Optional.of(activated(terms, false, period.end(), at));
            case PaymentMissed(var terms, _, int failures, var next, var at) ->
                    Optional.of(
                            new SubscriptionPastDueV1(
                                    terms.subscriber().party(),
                                    terms.id(),
                                    terms.plan().price(),
                                    failures,
                                    next,
                                    at));
            case SubscriptionCancelled(var terms, var endsAt, var at) ->
                    Optional.of(
                            new SubscriptionCancelledV1(
                                    terms.subscriber().party(), terms.id(), endsAt, at));
            case SubscriptionExpired(var terms, var at) -> Optional.of(expired(terms, at));
            case SubscriptionGivenUp(var terms, _, var at) -> Optional.of(expired(terms, at));
            case PlanChangeScheduled _ -> Optional.empty();
        };
    }

    private static SubscriptionActivatedV1 activated(
            Terms terms, boolean trial, Instant until, Instant at) {
        return new SubscriptionActivatedV1(
                terms.subscriber().party(),
                terms.id(),
                terms.plan().id(),
                terms.plan().version(),
                trial,
                terms.plan().entitlements().stream()
                        .map(e -> new Entitlement(e.name(), e.amount()))
                        .toList(),
                until,
                at);
    }

    private static SubscriptionExpiredV1 expired(Terms terms, Instant at) {
        return new SubscriptionExpiredV1(terms.subscriber().party(), terms.id(), at);
    }

    private SubscriptionMessages() {}
}
