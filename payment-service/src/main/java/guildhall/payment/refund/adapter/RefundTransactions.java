package guildhall.payment.refund.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.payment.approval.Ruling;
import guildhall.payment.approval.SecondPerson;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import guildhall.payment.refund.Refund;
import guildhall.payment.refund.Refund.Approval.Automatic;
import guildhall.payment.refund.Refund.Approval.ByStaff;
import guildhall.payment.refund.Refund.Requested;
import guildhall.payment.refund.RefundCommand;
import guildhall.payment.refund.RefundCommand.ApproveRefund;
import guildhall.payment.refund.RefundCommand.Means;
import guildhall.payment.refund.RefundCommand.RejectRefund;
import guildhall.payment.refund.RefundCommand.RequestRefund;
import guildhall.payment.refund.RefundDecider;
import guildhall.payment.refund.RefundDesk;
import guildhall.payment.refund.RefundEvent;
import guildhall.payment.refund.RefundEvent.RefundApproved;
import guildhall.payment.refund.RefundJournals;
import guildhall.payment.refund.RefundOrder;
import guildhall.payment.refund.RefundRejection;
import guildhall.payment.refund.RefundRejection.UnknownRefund;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.refund.Refunds;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Locks the refund, then the payment, then ledger accounts, always in this order. */
@Component
class RefundTransactions implements RefundDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RefundTransactions.class);

    private final RefundDecider decider;
    private final Stores stores;
    private final RefundChecks checks;
    private final Outbox outbox;
    private final Clock clock;

    /** Everything that is locked and written. */
    @Component
    record Stores(Refunds refunds, PaymentIntents payments, Ledger ledger, WalletStates wallets) {}

    RefundTransactions(
            SecondPerson secondPerson,
            Stores stores,
            RefundChecks checks,
            Outbox outbox,
            Clock clock) {
        this.decider = new RefundDecider(secondPerson);
        this.stores = stores;
        this.checks = checks;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Decision<RefundEvent, RefundRejection> request(RefundOrder order) {
        var before = stores.refunds().lock(order.id());
        var payment = stores.payments().lock(order.payment());
        var postings = stores.ledger().lock(RefundJournals.forDecision(order));
        var request = new RequestRefund(order, payment, means(order, postings));
        var decision = decide(request, before, postings);
        if (decision instanceof Decision.Rejected) {
            // Not even the accounts that were opened for looking at them stay.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return decision;
    }

    private Means means(RefundOrder order, Postings postings) {
        var currency = order.amount().currency();
        return new Means(
                available(order, postings),
                stores.refunds().earned(order.owner().party(), currency),
                stores.refunds().usedUp(order.payment(), currency),
                stores.refunds().hasOpen(order.payment()),
                postings.balanceOf(RefundJournals.debt(order)).minorUnits() < 0,
                isFrozen(order));
    }

    /** The wallet is locked, so nobody freezes it until this is committed. */
    private boolean isFrozen(RefundOrder order) {
        var wallet = new WalletId(order.owner().party(), order.amount().currency());
        return !stores.wallets().unusable(Set.of(wallet)).isEmpty();
    }

    private static Money available(RefundOrder order, Postings postings) {
        return new Money(
                postings.balanceOf(RefundJournals.wallet(order)).minorUnits(),
                order.amount().currency());
    }

    @Override
    @Transactional
    public Decision<RefundEvent, RefundRejection> approve(
            CardRefundId refund, UserId by, String reason) {
        return switch (stores.refunds().lock(refund)) {
            case Requested requested -> {
                var order = requested.order();
                var postings = stores.ledger().lock(RefundJournals.forDecision(order));
                var available = available(order, postings);
                var ruling = new Ruling(by, reason, now());
                var approve = new ApproveRefund(refund, ruling, available, isFrozen(order));
                yield decide(approve, requested, postings);
            }
            case Refund.Absent _ -> Decision.reject(new UnknownRefund());
        };
    }

    @Override
    @Transactional
    public Decision<RefundEvent, RefundRejection> reject(
            CardRefundId refund, UserId by, String reason) {
        var before = stores.refunds().lock(refund);
        var reject = new RejectRefund(refund, new Ruling(by, reason, now()));
        return decide(reject, before, new Postings(Map.of()));
    }

    @Override
    @Transactional
    public Decision<RefundEvent, RefundRejection> confirm(RefundReport report) {
        var before = stores.refunds().lock(report.refund());
        var command = report.command(now());
        if (command.isEmpty()) {
            return Decision.accept();
        }
        return switch (before) {
            case Requested requested ->
                    decide(
                            command.get(),
                            requested,
                            stores.ledger().lock(RefundJournals.forResult(requested.order())));
            case Refund.Absent _ -> Decision.reject(new UnknownRefund());
        };
    }

    private Decision<RefundEvent, RefundRejection> decide(
            RefundCommand command, Refund before, Postings postings) {
        var decision = decider.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            apply(before, events, postings);
        } else {
            LOG.info("Refund {} refused: {}", command.refund(), decision);
        }
        return decision;
    }

    private void apply(Refund before, List<RefundEvent> events, Postings postings) {
        var state = before;
        for (var event : events) {
            state = decider.evolve(state, event);
            RefundJournals.of(event).ifPresent(postings::postChecked);
            RefundMessages.of(event).ifPresent(outbox::add);
            if (event instanceof RefundApproved approved) {
                schedule(approved);
            }
            LOG.info("Refund {}: {}", event.order().id(), event.getClass().getSimpleName());
        }
        if (state instanceof Requested requested && !state.equals(before)) {
            stores.refunds().write(before, requested);
        }
        stores.ledger().write(postings);
    }

    /** Whoever asks for a refund submits it as well; what staff approved is left to the check. */
    private void schedule(RefundApproved approved) {
        var refund = approved.order().id();
        switch (approved.approval()) {
            case Automatic _ -> checks.scheduleFirst(refund, approved.at());
            case ByStaff _ -> checks.scheduleNow(refund, approved.at());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
