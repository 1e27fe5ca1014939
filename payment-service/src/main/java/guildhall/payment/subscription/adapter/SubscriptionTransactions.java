package guildhall.payment.subscription.adapter;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionRenewsSoonV1;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import guildhall.payment.subscription.Plan;
import guildhall.payment.subscription.Plans;
import guildhall.payment.subscription.RenewalNotice;
import guildhall.payment.subscription.Subscription;
import guildhall.payment.subscription.Subscription.Absent;
import guildhall.payment.subscription.Subscription.Known;
import guildhall.payment.subscription.SubscriptionCommand;
import guildhall.payment.subscription.SubscriptionCommand.Advance;
import guildhall.payment.subscription.SubscriptionCommand.Cancel;
import guildhall.payment.subscription.SubscriptionCommand.ChangePlan;
import guildhall.payment.subscription.SubscriptionCommand.PayNow;
import guildhall.payment.subscription.SubscriptionCommand.Subscribe;
import guildhall.payment.subscription.SubscriptionDecider;
import guildhall.payment.subscription.SubscriptionEvent;
import guildhall.payment.subscription.SubscriptionJournals;
import guildhall.payment.subscription.SubscriptionRejection;
import guildhall.payment.subscription.SubscriptionRejection.AlreadySubscribed;
import guildhall.payment.subscription.SubscriptionRejection.InsufficientFunds;
import guildhall.payment.subscription.SubscriptionRejection.UnknownSubscription;
import guildhall.payment.subscription.SubscriptionRejection.WalletFrozen;
import guildhall.payment.subscription.Subscriptions;
import guildhall.payment.subscription.Terms;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.timer.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles commands to one subscription in one transaction: locks it, then the numbers of invoices,
 * then the wallet and the platform's revenue, decides, and writes the charge, its invoice and the
 * next timer together.
 */
@Component
class SubscriptionTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionTransactions.class);

    private final Subscriptions subscriptions;
    private final SubscriptionDecider decider;
    private final Plans plans;
    private final Ledger ledger;
    private final Surroundings surroundings;

    /** What may be charged, and what follows from events. */
    @Component
    record Surroundings(
            WalletStates wallets,
            SubscriptionInvoices invoices,
            RenewalNotice notice,
            Timers timers,
            Outbox outbox,
            MeterRegistry meters) {}

    SubscriptionTransactions(
            Subscriptions subscriptions,
            SubscriptionDecider decider,
            Plans plans,
            Ledger ledger,
            Surroundings surroundings) {
        this.subscriptions = subscriptions;
        this.decider = decider;
        this.plans = plans;
        this.ledger = ledger;
        this.surroundings = surroundings;
    }

    @Transactional
    public Decision<SubscriptionEvent, SubscriptionRejection> subscribe(
            SubscriptionId id, Side subscriber, Plan plan, Instant at) {
        subscriptions.lockSubscribing(subscriber.party());
        var before = subscriptions.lock(id);
        var current = subscriptions.current(subscriber.party());
        if (current.filter(known -> !known.terms().id().equals(id)).isPresent()) {
            return Decision.reject(new AlreadySubscribed());
        }
        var isFirst = subscriptions.of(subscriber.party(), 1).isEmpty();
        var terms = Terms.of(id, subscriber, plan, at);
        var decision =
                handle(
                        before,
                        terms,
                        plan.price(),
                        available -> new Subscribe(terms, isFirst, available, at));
        if (before instanceof Absent) {
            setTimer(id, at);
        }
        return decision;
    }

    /** Does what is due; a timer that comes early only sets itself again. */
    @Transactional
    public Decision<SubscriptionEvent, SubscriptionRejection> advance(
            SubscriptionId id, Instant at) {
        var decision =
                known(
                        id,
                        known -> {
                            var price = priceOfNext(known.terms(), at);
                            tellOfRenewal(known, price, at);
                            return handle(
                                    known,
                                    known.terms(),
                                    price,
                                    available -> new Advance(id, available, at));
                        });
        setTimer(id, at);
        return decision;
    }

    /** The timer comes once for it; see {@link #setTimer}. */
    private void tellOfRenewal(Known known, Money price, Instant now) {
        if (surroundings.notice().isDue(known, now) && !price.isZero()) {
            var terms = known.terms();
            surroundings
                    .outbox()
                    .add(
                            new SubscriptionRenewsSoonV1(
                                    terms.subscriber().party(),
                                    terms.id(),
                                    terms.nextPlan().orElse(terms.plan().id()),
                                    price,
                                    known.wakeAt().orElseThrow(),
                                    now));
        }
    }

    @Transactional
    public Decision<SubscriptionEvent, SubscriptionRejection> payNow(
            SubscriptionId id, Instant at) {
        return known(
                id,
                known ->
                        handle(
                                known,
                                known.terms(),
                                known.terms().plan().price(),
                                available -> new PayNow(id, available, at)));
    }

    @Transactional
    public Decision<SubscriptionEvent, SubscriptionRejection> changePlan(
            SubscriptionId id, UUID change, Plan plan, Instant at) {
        return known(
                id,
                known ->
                        handle(
                                known,
                                known.terms(),
                                plan.price(),
                                available -> new ChangePlan(id, change, plan, available, at)));
    }

    @Transactional
    public Decision<SubscriptionEvent, SubscriptionRejection> cancel(
            SubscriptionId id, Instant at) {
        return known(
                id,
                known ->
                        handle(
                                known,
                                known.terms(),
                                known.terms().plan().price(),
                                _ -> new Cancel(id, at)));
    }

    private Decision<SubscriptionEvent, SubscriptionRejection> known(
            SubscriptionId id,
            Function<Known, Decision<SubscriptionEvent, SubscriptionRejection>> work) {
        return subscriptions.lock(id) instanceof Known known
                ? work.apply(known)
                : Decision.reject(new UnknownSubscription());
    }

    /** The currency is what matters: of the plan that the next period will have. */
    private Money priceOfNext(Terms terms, Instant at) {
        return terms.nextPlan()
                .flatMap(id -> plans.find(id, at))
                .or(() -> plans.find(terms.plan().id(), at))
                .orElseGet(terms::plan)
                .price();
    }

    private Decision<SubscriptionEvent, SubscriptionRejection> handle(
            Subscription before,
            Terms terms,
            Money price,
            Function<Money, SubscriptionCommand> command) {
        surroundings.invoices().lockNumbers();
        var postings = ledger.lock(SubscriptionJournals.accounts(terms, price));
        var balance = postings.balanceOf(SubscriptionJournals.wallet(terms, price)).minorUnits();
        var isFrozen = isFrozen(terms, price);
        var available =
                isFrozen ? Money.zero(price.currency()) : new Money(balance, price.currency());
        var decision = decider.decide(command.apply(available), before);
        var after = before;
        if (decision instanceof Accepted(var events)) {
            for (var event : events) {
                after = decider.evolve(after, event);
                apply(event, postings);
            }
        } else {
            LOG.info("Subscription {}: {}", terms.id(), decision);
        }
        ledger.write(postings);
        if (after instanceof Known known && !after.equals(before)) {
            subscriptions.write(before, known);
        }
        return isFrozen && decision instanceof Rejected(InsufficientFunds _)
                ? Decision.reject(new WalletFrozen())
                : decision;
    }

    /** The wallet is locked, so nobody freezes it until the commit. */
    private boolean isFrozen(Terms terms, Money price) {
        var wallet = new WalletId(terms.subscriber().party(), price.currency());
        return !surroundings.wallets().unusable(Set.of(wallet)).isEmpty();
    }

    private void apply(SubscriptionEvent event, Postings postings) {
        SubscriptionJournals.of(event).ifPresent(postings::postChecked);
        surroundings.invoices().write(event);
        SubscriptionMessages.of(event).ifPresent(surroundings.outbox()::add);
        var name = event.getClass().getSimpleName();
        surroundings.meters().counter("guildhall.payment.subscriptions", "event", name).increment();
        LOG.info("Subscription {}: {}", event.terms().id(), name);
    }

    /**
     * Whoever calls has just created the subscription or holds its timer, which was taken to fire.
     * Nobody else touches timers, so that people and timers never wait for each other in a circle:
     * one that has become too early does nothing but set itself again.
     */
    private void setTimer(SubscriptionId id, Instant now) {
        if (subscriptions.find(id) instanceof Known known) {
            surroundings
                    .notice()
                    .wakeAt(known, now)
                    .ifPresent(at ->
                            surroundings
                                    .timers()
                                    .schedule(SubscriptionTimer.NAME, id.toString(), at));
        }
    }
}
