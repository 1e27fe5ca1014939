package guildhall.payment.payout.adapter;

import static java.util.stream.Collectors.toSet;

import guildhall.messages.money.Money;
import guildhall.payment.groupcommit.BookChange;
import guildhall.payment.groupcommit.BookChanges;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import guildhall.payment.payout.Payout;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.PayoutCommand;
import guildhall.payment.payout.PayoutCommand.Means;
import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutDecider;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.PayoutEvent;
import guildhall.payment.payout.PayoutEvent.PayoutFailed;
import guildhall.payment.payout.PayoutEvent.PayoutReturned;
import guildhall.payment.payout.PayoutEvent.PayoutSubmitted;
import guildhall.payment.payout.PayoutJournals;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.PayoutRejection;
import guildhall.payment.payout.Payouts;
import guildhall.payment.payoutaccount.PayoutAccount;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteRejectedPayout;
import guildhall.payment.payoutaccount.PayoutAccountDesk;
import guildhall.payment.payoutaccount.PayoutAccounts;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Locks the payout, then its account, then ledger accounts, always in this order. */
@Component
class PayoutTransactions implements PayoutDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutTransactions.class);

    private final PayoutDecider decider;
    private final Stores stores;
    private final DailyLimits limits;
    private final PayoutChecks checks;
    private final Outbox outbox;

    /** Everything that is locked and written. */
    @Component
    record Stores(
            Payouts payouts,
            PayoutAccounts accounts,
            PayoutAccountDesk accountDesk,
            Ledger ledger,
            BookChanges changes,
            WalletStates wallets) {}

    PayoutTransactions(
            PayoutDecider decider,
            Stores stores,
            DailyLimits limits,
            PayoutChecks checks,
            Outbox outbox) {
        this.decider = decider;
        this.stores = stores;
        this.limits = limits;
        this.checks = checks;
        this.outbox = outbox;
    }

    @Override
    public Decision<PayoutEvent, PayoutRejection> request(PayoutOrder order) {
        return stores.changes().commit(order.owner().party().toString(), new Requesting(order));
    }

    /** Each payout passes through PAYOUT_TRANSIT, so those of a moment share a transaction. */
    private final class Requesting implements BookChange<Decision<PayoutEvent, PayoutRejection>> {
        private final PayoutOrder order;
        private Payout before = new Payout.Absent();
        private PayoutAccount account = new PayoutAccount.Absent();

        Requesting(PayoutOrder order) {
            this.order = order;
        }

        /** Whoever locks several accounts does so in the order of subjects. */
        @Override
        public String subject() {
            return "payout account " + order.account();
        }

        @Override
        public Set<Account> prepare() {
            before = stores.payouts().lock(order.id());
            account = stores.accounts().lock(order.account());
            return PayoutJournals.forRequest(order);
        }

        @Override
        public Decision<PayoutEvent, PayoutRejection> apply(Postings postings) {
            if (before instanceof Requested) {
                return Decision.accept();
            }
            var request = new RequestPayout(order, account, means(order, postings));
            var decision = decider.decide(request, before);
            if (decision instanceof Accepted(var events)) {
                PayoutTransactions.this.apply(before, events, postings);
            } else {
                LOG.info("Payout {} refused: {}", order.id(), decision);
            }
            return decision;
        }
    }

    /** The wallet is locked, so nobody else withdraws from it or freezes it until the commit. */
    private Means means(PayoutOrder order, Postings postings) {
        return new Means(
                new Money(
                        postings.balanceOf(PayoutJournals.wallet(order)).minorUnits(),
                        order.amount().currency()),
                postings.balanceOf(PayoutJournals.debt(order)).minorUnits() < 0,
                isFrozen(order),
                limits.left(order));
    }

    private boolean isFrozen(PayoutOrder order) {
        var wallet = new WalletId(order.owner().party(), order.amount().currency());
        return !stores.wallets().unusable(Set.of(wallet)).isEmpty();
    }

    @Override
    @Transactional
    public Decision<PayoutEvent, PayoutRejection> handle(PayoutCommand command) {
        var before = stores.payouts().lock(command.payout());
        var decision = decider.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            events.forEach(this::blameAccount);
            var accounts =
                    events.stream()
                            .flatMap(event -> PayoutJournals.accounts(event).stream())
                            .collect(toSet());
            var postings = stores.ledger().lock(accounts);
            apply(before, events, postings);
            stores.ledger().write(postings);
        } else {
            LOG.warn("Payout {} refused {}: {}", command.payout(), command, decision);
        }
        return decision;
    }

    private void blameAccount(PayoutEvent event) {
        if (event instanceof PayoutFailed(var order, var reason, var isRejected, var at)
                && isRejected) {
            blameAccount(order, reason, at);
        }
        if (event instanceof PayoutReturned(var order, var reason, var at)) {
            blameAccount(order, reason, at);
        }
    }

    private void blameAccount(PayoutOrder order, String reason, Instant at) {
        stores.accountDesk().handle(new NoteRejectedPayout(order.account(), reason, at));
    }

    private void apply(Payout before, List<PayoutEvent> events, Postings postings) {
        var state = before;
        for (var event : events) {
            state = decider.evolve(state, event);
            PayoutJournals.of(event).ifPresent(postings::postChecked);
            PayoutMessages.of(event).ifPresent(outbox::add);
            if (event instanceof PayoutSubmitted(var order, _, var at)) {
                checks.scheduleFirst(order.id(), at);
            }
            LOG.info("Payout {}: {}", event.order().id(), event.getClass().getSimpleName());
        }
        if (state instanceof Requested requested && !state.equals(before)) {
            stores.payouts().write(before, requested);
        }
    }
}
