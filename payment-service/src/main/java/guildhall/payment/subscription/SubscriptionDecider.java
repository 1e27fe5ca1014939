package guildhall.payment.subscription;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.money.Money;
import guildhall.payment.subscription.Subscription.Absent;
import guildhall.payment.subscription.Subscription.Active;
import guildhall.payment.subscription.Subscription.Cancelled;
import guildhall.payment.subscription.Subscription.Expired;
import guildhall.payment.subscription.Subscription.Known;
import guildhall.payment.subscription.Subscription.PastDue;
import guildhall.payment.subscription.Subscription.Trialing;
import guildhall.payment.subscription.SubscriptionCommand.Advance;
import guildhall.payment.subscription.SubscriptionCommand.Cancel;
import guildhall.payment.subscription.SubscriptionCommand.ChangePlan;
import guildhall.payment.subscription.SubscriptionCommand.PayNow;
import guildhall.payment.subscription.SubscriptionCommand.Subscribe;
import guildhall.payment.subscription.SubscriptionEvent.PaymentMissed;
import guildhall.payment.subscription.SubscriptionEvent.PeriodPaid;
import guildhall.payment.subscription.SubscriptionEvent.PlanChangeScheduled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionCancelled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionExpired;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionGivenUp;
import guildhall.payment.subscription.SubscriptionEvent.TrialPlanChanged;
import guildhall.payment.subscription.SubscriptionEvent.TrialStarted;
import guildhall.payment.subscription.SubscriptionEvent.Upgraded;
import guildhall.payment.subscription.SubscriptionRejection.HasEnded;
import guildhall.payment.subscription.SubscriptionRejection.InsufficientFunds;
import guildhall.payment.subscription.SubscriptionRejection.IsPastDue;
import guildhall.payment.subscription.SubscriptionRejection.NothingDue;
import guildhall.payment.subscription.SubscriptionRejection.UnknownSubscription;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Duration;
import java.time.Instant;

/** One subscription. What is repeated, or comes before its time, is accepted without events. */
public final class SubscriptionDecider
        implements Decider<
                SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection> {
    private final Plans plans;
    private final Dunning dunning;

    public SubscriptionDecider(Plans plans, Dunning dunning) {
        this.plans = plans;
        this.dunning = dunning;
    }

    @Override
    public Subscription initial() {
        return new Absent();
    }

    @Override
    public Decision<SubscriptionEvent, SubscriptionRejection> decide(
            SubscriptionCommand command, Subscription state) {
        return switch (command) {
            case Subscribe subscribe -> subscribe(subscribe, state);
            case Advance advance -> advance(advance, state);
            case PayNow pay -> payNow(pay, state);
            case ChangePlan change -> changePlan(change, state);
            case Cancel cancel -> cancel(cancel, state);
        };
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> subscribe(
            Subscribe subscribe, Subscription state) {
        if (state instanceof Known) {
            return accept();
        }
        var terms = subscribe.terms();
        var days = subscribe.trial() ? terms.plan().trialDays() : 0;
        if (days > 0) {
            var endsAt = subscribe.at().plus(Duration.ofDays(days));
            var paidFrom = Terms.of(terms.id(), terms.subscriber(), terms.plan(), endsAt);
            return accept(new TrialStarted(paidFrom, endsAt, subscribe.at()));
        }
        var period = terms.periodFrom(subscribe.at());
        return covers(subscribe.available(), terms.plan().price())
                ? accept(new PeriodPaid(terms, period, false, subscribe.at()))
                : reject(new InsufficientFunds());
    }

    private Decision<SubscriptionEvent, SubscriptionRejection> advance(
            Advance advance, Subscription state) {
        if (!(state instanceof Known known)) {
            return reject(new UnknownSubscription());
        }
        if (known.wakeAt().filter(due -> !due.isAfter(advance.at())).isEmpty()) {
            return accept();
        }
        return switch (known) {
            case Trialing(var terms, var endsAt) -> renew(terms, endsAt, advance);
            case Active(var terms, var period) -> renew(terms, period.end(), advance);
            case PastDue pastDue -> charge(pastDue, advance);
            case Cancelled(var terms, _) -> accept(new SubscriptionExpired(terms, advance.at()));
            case Expired _ -> accept();
        };
    }

    private Decision<SubscriptionEvent, SubscriptionRejection> renew(
            Terms present, Instant start, Advance advance) {
        var id = present.nextPlan().orElse(present.plan().id());
        var terms = present.on(plans.find(id, start).orElse(present.plan()));
        return charge(new PastDue(terms, terms.periodFrom(start), 0, start), advance);
    }

    /** A charge that is due for the first time has not failed yet. */
    private Decision<SubscriptionEvent, SubscriptionRejection> charge(
            PastDue due, Advance advance) {
        var terms = due.terms();
        if (covers(advance.available(), terms.plan().price())) {
            return accept(new PeriodPaid(terms, due.period(), due.failures() > 0, advance.at()));
        }
        int failures = due.failures() + 1;
        if (dunning.isOver(failures)) {
            return accept(new SubscriptionGivenUp(terms, due.period(), advance.at()));
        }
        return accept(
                new PaymentMissed(
                        terms,
                        due.period(),
                        failures,
                        dunning.next(due.period().start(), failures),
                        advance.at()));
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> payNow(
            PayNow pay, Subscription state) {
        return switch (state) {
            case PastDue(var terms, var period, _, _) ->
                    covers(pay.available(), terms.plan().price())
                            ? accept(new PeriodPaid(terms, period, true, pay.at()))
                            : reject(new InsufficientFunds());
            case Trialing _, Active _, Cancelled _, Expired _ -> reject(new NothingDue());
            case Absent _ -> reject(new UnknownSubscription());
        };
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> changePlan(
            ChangePlan change, Subscription state) {
        return switch (state) {
            case Trialing(var terms, var endsAt) ->
                    terms.plan().equals(change.plan())
                            ? accept()
                            : accept(
                                    new TrialPlanChanged(
                                            terms.on(change.plan()), endsAt, change.at()));
            case Active active -> changePlan(change, active);
            case PastDue _ -> reject(new IsPastDue());
            case Cancelled _, Expired _ -> reject(new HasEnded());
            case Absent _ -> reject(new UnknownSubscription());
        };
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> changePlan(
            ChangePlan change, Active active) {
        var terms = active.terms();
        var plan = change.plan();
        if (!plan.isUpgradeOf(terms.plan())) {
            var isSame = plan.id().equals(terms.plan().id());
            var next = isSame ? terms.on(terms.plan()) : terms.then(plan.id());
            return next.equals(terms)
                    ? accept()
                    : accept(new PlanChangeScheduled(next, active.period(), change.at()));
        }
        var difference = plan.price().minus(terms.plan().price());
        var price = active.period().rest(difference, change.at());
        return covers(change.available(), price)
                ? accept(
                        new Upgraded(
                                terms.on(plan),
                                active.period(),
                                change.change(),
                                price,
                                change.at()))
                : reject(new InsufficientFunds());
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> cancel(
            Cancel cancel, Subscription state) {
        return switch (state) {
            case Trialing(var terms, var endsAt) ->
                    accept(new SubscriptionCancelled(terms, endsAt, cancel.at()));
            case Active(var terms, var period) ->
                    accept(new SubscriptionCancelled(terms, period.end(), cancel.at()));
            // Nothing was paid for the present period, so nothing is left to use.
            case PastDue(var terms, var period, _, _) ->
                    accept(new SubscriptionGivenUp(terms, period, cancel.at()));
            case Cancelled _, Expired _ -> accept();
            case Absent _ -> reject(new UnknownSubscription());
        };
    }

    private static boolean covers(Money available, Money price) {
        return price.isZero() || !available.isLessThan(price);
    }

    @Override
    public Subscription evolve(Subscription state, SubscriptionEvent event) {
        if (state instanceof Expired) {
            throw new IllegalStateException(event + " cannot follow " + state);
        }
        return switch (event) {
            case TrialStarted(var terms, var endsAt, _) -> new Trialing(terms, endsAt);
            case TrialPlanChanged(var terms, var endsAt, _) -> new Trialing(terms, endsAt);
            case PeriodPaid(var terms, var period, _, _) -> new Active(terms, period);
            case Upgraded(var terms, var period, _, _, _) -> new Active(terms, period);
            case PlanChangeScheduled(var terms, var period, _) -> new Active(terms, period);
            case PaymentMissed(var terms, var period, int failures, var next, _) ->
                    new PastDue(terms, period, failures, next);
            case SubscriptionCancelled(var terms, var endsAt, _) -> new Cancelled(terms, endsAt);
            case SubscriptionExpired(var terms, var at) -> new Expired(terms, at);
            case SubscriptionGivenUp(var terms, _, var at) -> new Expired(terms, at);
        };
    }
}
