package guildhall.payment.escrow;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.money.Money;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.EscrowCommand.FreezeEscrow;
import guildhall.payment.escrow.EscrowCommand.SplitFrozenFunds;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.escrow.EscrowEvent.Returned;
import guildhall.payment.escrow.EscrowRejection.AlreadyAvailable;
import guildhall.payment.escrow.EscrowRejection.AlreadyCancelled;
import guildhall.payment.escrow.EscrowRejection.Frozen;
import guildhall.payment.escrow.EscrowRejection.NotFrozen;
import guildhall.payment.escrow.EscrowRejection.NotFunded;
import guildhall.payment.escrow.EscrowRejection.NotTheFrozenAmount;
import guildhall.payment.escrow.EscrowRejection.NothingLeft;
import guildhall.payment.escrow.EscrowRejection.TermsDiffer;
import guildhall.payment.escrow.EscrowRejection.UnknownEscrow;
import guildhall.payment.escrow.Movement.Freeze;
import guildhall.payment.escrow.Movement.Release;
import guildhall.payment.escrow.Movement.Unfreeze;
import guildhall.runtime.decide.Decision;
import java.util.List;
import java.util.function.Function;

/**
 * What a dispute may do to an escrow. The dispute id makes every step idempotent: a dispute freezes
 * once and has one outcome.
 */
final class DisputeDecisions {

    static Decision<EscrowEvent, EscrowRejection> freeze(FreezeEscrow freeze, Escrow state) {
        return ofFunded(state, holding -> freeze(freeze, holding));
    }

    private static Decision<EscrowEvent, EscrowRejection> freeze(
            FreezeEscrow freeze, Holding holding) {
        var order = freeze.order();
        if (holding.freeze(order.dispute()).isPresent()) {
            return accept();
        }
        if (holding.openFreeze().isPresent()) {
            return reject(new Frozen(holding.openFreeze().get().id()));
        }
        var paid = holding.releasesInForce();
        var recalled =
                paid.stream().filter(release -> freeze.pending().contains(release.id())).toList();
        if (holding.held().isZero() && recalled.isEmpty()) {
            return reject(paid.isEmpty() ? new NothingLeft() : new AlreadyAvailable());
        }
        return accept(
                new EscrowFrozen(
                        order.escrow(), order.dispute(), holding.held(), recalled, order.at()));
    }

    static Decision<EscrowEvent, EscrowRejection> unfreeze(
            EscrowOrder.Unfreeze order, Escrow state) {
        return ofFunded(state, holding -> unfreeze(order, holding));
    }

    private static Decision<EscrowEvent, EscrowRejection> unfreeze(
            EscrowOrder.Unfreeze order, Holding holding) {
        var known = holding.unfreeze(order.dispute());
        if (known.isPresent()) {
            return restoresAll(known.get(), holding) ? accept() : reject(new TermsDiffer());
        }
        return ended(
                order,
                holding,
                freeze ->
                        accept(
                                unfrozen(
                                        order,
                                        freeze.fromHeld(),
                                        holding.releases(freeze.recalled()))));
    }

    static Decision<EscrowEvent, EscrowRejection> returnToWork(
            EscrowOrder.ReturnToWork order, Escrow state) {
        return ofFunded(state, holding -> returnToWork(order, holding));
    }

    private static Decision<EscrowEvent, EscrowRejection> returnToWork(
            EscrowOrder.ReturnToWork order, Holding holding) {
        var known = holding.unfreeze(order.dispute());
        if (known.isPresent()) {
            return known.get().restored().isEmpty() ? accept() : reject(new TermsDiffer());
        }
        return ended(
                order,
                holding,
                freeze ->
                        holding.cancellation().isPresent()
                                ? reject(new AlreadyCancelled())
                                : accept(unfrozen(order, freeze.amount(), List.of())));
    }

    static Decision<EscrowEvent, EscrowRejection> split(SplitFrozenFunds split, Escrow state) {
        return ofFunded(state, holding -> split(split, holding));
    }

    private static Decision<EscrowEvent, EscrowRejection> split(
            SplitFrozenFunds split, Holding holding) {
        var order = split.order();
        var known = holding.split(order.dispute());
        if (known.isPresent()) {
            return isSame(known.get(), order) ? accept() : reject(new TermsDiffer());
        }
        return ended(order, holding, freeze -> splitNow(split, holding, freeze.amount()));
    }

    private static Decision<EscrowEvent, EscrowRejection> splitNow(
            SplitFrozenFunds split, Holding holding, Money frozen) {
        var order = split.order();
        if (!order.toPayer().currency().equals(frozen.currency())
                || holding.release(order.release()).isPresent()) {
            return reject(new TermsDiffer());
        }
        var isAll =
                !frozen.isLessThan(order.toPayer())
                        && frozen.minus(order.toPayer()).equals(order.toPayee());
        return isAll ? accept(divided(split, holding)) : reject(new NotTheFrozenAmount(frozen));
    }

    /** Nothing is left of the buyer fee either: what the payee's part does not earn goes back. */
    private static FrozenFundsSplit divided(SplitFrozenFunds split, Holding holding) {
        var order = split.order();
        var now = holding.balances();
        var earned = now.buyerFeeFor(order.toPayee());
        return new FrozenFundsSplit(
                order.escrow(),
                order.dispute(),
                new Returned(order.toPayer(), now.deferred().minus(earned)),
                order.release(),
                split.quote(),
                earned,
                order.at());
    }

    private static boolean isSame(Movement.Split known, EscrowOrder.Split order) {
        return known.toPayer().equals(order.toPayer())
                && known.toPayee().gross().equals(order.toPayee())
                && known.toPayee().id().equals(order.release());
    }

    private static boolean restoresAll(Unfreeze known, Holding holding) {
        return holding.freeze(known.id())
                .filter(freeze -> freeze.recalled().equals(known.restored()))
                .isPresent();
    }

    private static EscrowUnfrozen unfrozen(
            EscrowOrder.OfDispute order, Money toHeld, List<Release> restored) {
        return new EscrowUnfrozen(order.escrow(), order.dispute(), toHeld, restored, order.at());
    }

    private static Decision<EscrowEvent, EscrowRejection> ended(
            EscrowOrder.OfDispute order,
            Holding holding,
            Function<Freeze, Decision<EscrowEvent, EscrowRejection>> outcome) {
        return holding.openFreeze()
                .filter(freeze -> freeze.id().equals(order.dispute()))
                .map(outcome)
                .orElseGet(() -> reject(new NotFrozen()));
    }

    private static Decision<EscrowEvent, EscrowRejection> ofFunded(
            Escrow state, Function<Holding, Decision<EscrowEvent, EscrowRejection>> decide) {
        return switch (state) {
            case WithMoney funded -> decide.apply(funded.holding());
            case Pending _, Cancelled _, Tombstone _ -> reject(new NotFunded());
            case Absent _ -> reject(new UnknownEscrow());
        };
    }

    private DisputeDecisions() {}
}
