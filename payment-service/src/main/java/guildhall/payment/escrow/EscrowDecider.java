package guildhall.payment.escrow;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.money.Money;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.EscrowCommand.CancelEscrow;
import guildhall.payment.escrow.EscrowCommand.FreezeEscrow;
import guildhall.payment.escrow.EscrowCommand.FundEscrow;
import guildhall.payment.escrow.EscrowCommand.RefundEscrow;
import guildhall.payment.escrow.EscrowCommand.ReleaseEscrow;
import guildhall.payment.escrow.EscrowCommand.ReturnFrozenFunds;
import guildhall.payment.escrow.EscrowCommand.SplitFrozenFunds;
import guildhall.payment.escrow.EscrowCommand.UnfreezeEscrow;
import guildhall.payment.escrow.EscrowEvent.EscrowCancelled;
import guildhall.payment.escrow.EscrowEvent.EscrowFunded;
import guildhall.payment.escrow.EscrowEvent.EscrowRefunded;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.escrow.EscrowEvent.EscrowWoundUp;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import guildhall.payment.escrow.EscrowRejection.AlreadyCancelled;
import guildhall.payment.escrow.EscrowRejection.Frozen;
import guildhall.payment.escrow.EscrowRejection.MoreThanHeld;
import guildhall.payment.escrow.EscrowRejection.NotFunded;
import guildhall.payment.escrow.EscrowRejection.TermsDiffer;
import guildhall.payment.escrow.EscrowRejection.UnknownEscrow;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.util.function.Function;

/** One escrow. A repeated order is accepted without events: its result is already in the state. */
public final class EscrowDecider
        implements Decider<EscrowCommand, Escrow, EscrowEvent, EscrowRejection> {

    @Override
    public Escrow initial() {
        return new Absent();
    }

    @Override
    public Decision<EscrowEvent, EscrowRejection> decide(EscrowCommand command, Escrow state) {
        return switch (command) {
            case FundEscrow fund -> fund(fund, state);
            case ReleaseEscrow release -> release(release, state);
            case RefundEscrow(var refund) -> refund(refund, state);
            case CancelEscrow(var cancel) -> cancel(cancel, state);
            case FreezeEscrow freeze -> DisputeDecisions.freeze(freeze, state);
            case UnfreezeEscrow(var unfreeze) -> DisputeDecisions.unfreeze(unfreeze, state);
            case ReturnFrozenFunds(var order) -> DisputeDecisions.returnToWork(order, state);
            case SplitFrozenFunds split -> DisputeDecisions.split(split, state);
        };
    }

    private static Decision<EscrowEvent, EscrowRejection> fund(FundEscrow fund, Escrow state) {
        return switch (state) {
            case Absent _ -> fundNow(fund);
            case Pending(var refusal) -> fundAgain(fund, refusal);
            case WithMoney funded -> fundedAlready(fund.order(), funded.holding());
            case Cancelled _, Tombstone _ -> reject(new AlreadyCancelled());
        };
    }

    private static Decision<EscrowEvent, EscrowRejection> fundNow(FundEscrow fund) {
        var order = fund.order();
        var pricing = fund.pricing();
        if (pricing == null) {
            return accept(refused(order, FundingRefusal.UNKNOWN_FEE_SCHEDULE));
        }
        var bar = fund.bar();
        if (bar != null) {
            return accept(refused(order, bar));
        }
        if (!covers(fund.available(), order.terms().amount(), pricing.buyerFee())) {
            return accept(refused(order, FundingRefusal.INSUFFICIENT_FUNDS));
        }
        return accept(
                new EscrowFunded(
                        order.escrow(), order.attempt(), order.terms(), pricing, order.at()));
    }

    private static FundingRefused refused(EscrowOrder.Fund order, FundingRefusal reason) {
        return new FundingRefused(
                order.escrow(), order.attempt(), order.terms(), reason, order.at());
    }

    /** Without adding the two, which might not fit. */
    private static boolean covers(Money available, Money amount, Money buyerFee) {
        return !available.isLessThan(amount) && !available.minus(amount).isLessThan(buyerFee);
    }

    /** An attempt that was refused stays refused, even when there is money by now. */
    private static Decision<EscrowEvent, EscrowRejection> fundAgain(
            FundEscrow fund, FundingRefused refusal) {
        var order = fund.order();
        if (order.attempt() > refusal.attempt()) {
            return fundNow(fund);
        }
        var changed =
                order.attempt() == refusal.attempt() && !order.terms().sameAs(refusal.terms());
        return changed ? reject(new TermsDiffer()) : accept();
    }

    private static Decision<EscrowEvent, EscrowRejection> fundedAlready(
            EscrowOrder.Fund order, Holding holding) {
        if (holding.cancellation().isPresent()) {
            return reject(new AlreadyCancelled());
        }
        return order.terms().sameAs(holding.terms()) ? accept() : reject(new TermsDiffer());
    }

    private static Decision<EscrowEvent, EscrowRejection> release(
            ReleaseEscrow release, Escrow state) {
        return switch (state) {
            case WithMoney funded -> release(release, funded.holding());
            case Pending _, Cancelled _, Tombstone _ -> reject(new NotFunded());
            case Absent _ -> reject(new UnknownEscrow());
        };
    }

    private static Decision<EscrowEvent, EscrowRejection> release(
            ReleaseEscrow release, Holding holding) {
        var order = release.order();
        var known = holding.release(order.release());
        if (known.isPresent()) {
            return repeated(known.get().gross(), order.gross());
        }
        return taking(
                order.gross(),
                holding,
                buyerFee ->
                        new EscrowReleased(
                                order.escrow(),
                                order.release(),
                                release.quote(),
                                buyerFee,
                                order.at()));
    }

    private static Decision<EscrowEvent, EscrowRejection> refund(
            EscrowOrder.Refund order, Escrow state) {
        return switch (state) {
            case WithMoney funded -> refund(order, funded.holding());
            case Pending _, Cancelled _, Tombstone _ -> reject(new NotFunded());
            case Absent _ -> reject(new UnknownEscrow());
        };
    }

    private static Decision<EscrowEvent, EscrowRejection> refund(
            EscrowOrder.Refund order, Holding holding) {
        var known = holding.refund(order.refund());
        if (known.isPresent()) {
            return repeated(known.get().amount(), order.amount());
        }
        return taking(
                order.amount(),
                holding,
                buyerFee ->
                        new EscrowRefunded(
                                order.escrow(),
                                order.refund(),
                                order.amount(),
                                buyerFee,
                                order.at()));
    }

    private static Decision<EscrowEvent, EscrowRejection> repeated(Money known, Money asked) {
        return known.equals(asked) ? accept() : reject(new TermsDiffer());
    }

    private static Decision<EscrowEvent, EscrowRejection> taking(
            Money amount, Holding holding, Function<Money, EscrowEvent> event) {
        if (!amount.currency().equals(holding.funded().currency())) {
            return reject(new TermsDiffer());
        }
        if (holding.openFreeze().isPresent()) {
            return reject(new Frozen(holding.openFreeze().get().id()));
        }
        var now = holding.balances();
        return now.held().isLessThan(amount)
                ? reject(new MoreThanHeld(now.held()))
                : accept(event.apply(now.buyerFeeFor(amount)));
    }

    /** Whoever cancels first is remembered; cancelling again finds that cancellation. */
    private static Decision<EscrowEvent, EscrowRejection> cancel(
            EscrowOrder.Cancel order, Escrow state) {
        return switch (state) {
            case Absent _, Pending _ ->
                    accept(new EscrowCancelled(order.escrow(), order.refund(), order.at()));
            case WithMoney funded -> cancel(order, funded.holding());
            case Cancelled _, Tombstone _ -> accept();
        };
    }

    private static Decision<EscrowEvent, EscrowRejection> cancel(
            EscrowOrder.Cancel order, Holding holding) {
        if (holding.cancellation().isPresent()) {
            return accept();
        }
        if (holding.openFreeze().isPresent()) {
            return reject(new Frozen(holding.openFreeze().get().id()));
        }
        var now = holding.balances();
        return accept(
                new EscrowWoundUp(
                        order.escrow(), order.refund(), now.held(), now.deferred(), order.at()));
    }

    @Override
    public Escrow evolve(Escrow state, EscrowEvent event) {
        return EscrowEvolution.evolve(state, event);
    }
}
