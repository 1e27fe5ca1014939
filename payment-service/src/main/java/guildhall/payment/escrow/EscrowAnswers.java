package guildhall.payment.escrow;

import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.EscrowRejection.AlreadyAvailable;
import guildhall.payment.escrow.EscrowRejection.AlreadyCancelled;
import guildhall.payment.escrow.EscrowRejection.Frozen;
import guildhall.payment.escrow.EscrowRejection.MoreThanHeld;
import guildhall.payment.escrow.EscrowRejection.NotFrozen;
import guildhall.payment.escrow.EscrowRejection.NotFunded;
import guildhall.payment.escrow.EscrowRejection.NotTheFrozenAmount;
import guildhall.payment.escrow.EscrowRejection.NothingLeft;
import guildhall.payment.escrow.EscrowRejection.TermsDiffer;
import guildhall.payment.escrow.EscrowRejection.UnknownEscrow;

/**
 * Reads the answer to an accepted order from the state after it, so that it makes no difference
 * whether the order was accepted just now or long ago.
 */
final class EscrowAnswers {

    static EscrowAnswer accepted(EscrowOrder order, Escrow state) {
        return switch (order) {
            case EscrowOrder.Fund fund -> funded(fund, state);
            case EscrowOrder.Release release -> released(release, state);
            case EscrowOrder.Refund refund -> refunded(refund, state);
            case EscrowOrder.Cancel cancel -> cancelled(cancel, state);
            case EscrowOrder.Freeze freeze -> frozen(freeze, holding(order, state));
            case EscrowOrder.Unfreeze _, EscrowOrder.ReturnToWork _ ->
                    unfrozen((EscrowOrder.OfDispute) order, holding(order, state));
            case EscrowOrder.Split split -> split(split, holding(order, state));
        };
    }

    static EscrowAnswer rejected(EscrowOrder order, EscrowRejection reason) {
        return switch (order) {
            case EscrowOrder.Fund fund ->
                    new EscrowAnswer.FundingFailed(fund, fundingRefusal(reason), fund.at());
            case EscrowOrder.Release(var escrow, var release, _, var at) ->
                    new EscrowAnswer.ReleaseRejected(escrow, release, reason, at);
            case EscrowOrder.Refund(var escrow, var refund, _, var at) ->
                    new EscrowAnswer.RefundRejected(escrow, refund, reason, at);
            case EscrowOrder.Cancel(var escrow, var refund, var at) ->
                    new EscrowAnswer.CancelRejected(escrow, refund, reason, at);
            case EscrowOrder.Freeze(var escrow, var dispute, var at) ->
                    new EscrowAnswer.FreezeRejected(escrow, dispute, reason, at);
            case EscrowOrder.Unfreeze _, EscrowOrder.ReturnToWork _, EscrowOrder.Split _ ->
                    outcomeRejected((EscrowOrder.OfDispute) order, reason);
        };
    }

    private static EscrowAnswer funded(EscrowOrder.Fund order, Escrow state) {
        return switch (state) {
            case WithMoney funded ->
                    new EscrowAnswer.Funded(
                            order.escrow(),
                            order.attempt(),
                            funded.holding().terms(),
                            funded.holding().pricing(),
                            funded.holding().fundedAt());
            case Pending(var refusal) ->
                    new EscrowAnswer.FundingFailed(order, refusal.reason(), refusal.at());
            case Absent _, Cancelled _, Tombstone _ -> throw unexpected(order, state);
        };
    }

    private static EscrowAnswer released(EscrowOrder.Release order, Escrow state) {
        var holding = holding(order, state);
        return holding.release(order.release())
                .map(done -> new EscrowAnswer.Released(order.escrow(), holding.terms(), done))
                .orElseThrow(() -> unexpected(order, state));
    }

    private static EscrowAnswer refunded(EscrowOrder.Refund order, Escrow state) {
        var holding = holding(order, state);
        return holding.refund(order.refund())
                .map(done -> new EscrowAnswer.Refunded(order.escrow(), holding.terms(), done))
                .orElseThrow(() -> unexpected(order, state));
    }

    private static EscrowAnswer cancelled(EscrowOrder.Cancel order, Escrow state) {
        return switch (state) {
            case Tombstone(var refund, var at) ->
                    new EscrowAnswer.Cancelled(order.escrow(), refund, at);
            case Cancelled(_, var refund, var at) ->
                    new EscrowAnswer.Cancelled(order.escrow(), refund, at);
            case WithMoney funded ->
                    funded.holding()
                            .cancellation()
                            .map(done -> woundUp(order, done))
                            .orElseThrow(() -> unexpected(order, state));
            case Absent _, Pending _ -> throw unexpected(order, state);
        };
    }

    private static EscrowAnswer woundUp(EscrowOrder.Cancel order, Movement.Cancellation done) {
        return new EscrowAnswer.WoundUp(
                order.escrow(), done.id(), done.amount(), done.buyerFee(), done.at());
    }

    private static EscrowAnswer frozen(EscrowOrder.Freeze order, Holding holding) {
        return holding.freeze(order.dispute())
                .map(done -> new EscrowAnswer.Frozen(order.escrow(), holding.terms(), done))
                .orElseThrow(() -> unexpected(order, Escrow.of(holding)));
    }

    private static EscrowAnswer unfrozen(EscrowOrder.OfDispute order, Holding holding) {
        return holding.unfreeze(order.dispute())
                .map(done -> new EscrowAnswer.Unfrozen(order.escrow(), holding.terms(), done))
                .orElseThrow(() -> unexpected(order, Escrow.of(holding)));
    }

    private static EscrowAnswer split(EscrowOrder.Split order, Holding holding) {
        return holding.split(order.dispute())
                .map(done -> new EscrowAnswer.Split(order.escrow(), holding.terms(), done))
                .orElseThrow(() -> unexpected(order, Escrow.of(holding)));
    }

    private static EscrowAnswer outcomeRejected(
            EscrowOrder.OfDispute order, EscrowRejection reason) {
        return new EscrowAnswer.OutcomeRejected(
                order.escrow(), order.dispute(), reason, order.at());
    }

    private static Holding holding(EscrowOrder order, Escrow state) {
        if (state instanceof WithMoney funded) {
            return funded.holding();
        }
        throw unexpected(order, state);
    }

    private static FundingRefusal fundingRefusal(EscrowRejection reason) {
        return switch (reason) {
            case AlreadyCancelled _ -> FundingRefusal.ESCROW_CANCELLED;
            case TermsDiffer _ -> FundingRefusal.TERMS_DIFFER;
            case UnknownEscrow _,
                    NotFunded _,
                    MoreThanHeld _,
                    Frozen _,
                    NothingLeft _,
                    AlreadyAvailable _,
                    NotFrozen _,
                    NotTheFrozenAmount _ ->
                    throw new IllegalStateException("No reason to refuse a funding: " + reason);
        };
    }

    private static IllegalStateException unexpected(EscrowOrder order, Escrow state) {
        return new IllegalStateException(order + " was accepted and left " + state);
    }

    private EscrowAnswers() {}
}
