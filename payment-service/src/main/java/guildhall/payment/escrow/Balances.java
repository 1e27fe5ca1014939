package guildhall.payment.escrow;

import guildhall.messages.money.Money;
import guildhall.payment.fee.Rate;

/**
 * Where the money of one escrow is: always the whole amount that was funded, in four places of
 * which none is ever below zero, and what is left of the buyer fee.
 *
 * @param deferred the buyer fee that is neither earned nor returned yet
 */
public record Balances(Money held, Money frozen, Money released, Money refunded, Money deferred) {

    static Balances funded(Money amount, Money buyerFee) {
        var nothing = Money.zero(amount.currency());
        return new Balances(amount, nothing, nothing, nothing, buyerFee);
    }

    /**
     * The part of the buyer fee that goes with an amount that leaves. The last amount takes all
     * that is left, so that no cent is forgotten.
     */
    Money buyerFeeFor(Money leaving) {
        return deferred.isZero() ? deferred : Rate.proRata(deferred, leaving, held.plus(frozen));
    }

    /**
     * @throws IllegalStateException when more would leave a place than is there
     */
    Balances after(Movement movement) {
        return switch (movement) {
            case Movement.Release release ->
                    new Balances(
                            less(held, release.gross()),
                            frozen,
                            released.plus(release.gross()),
                            refunded,
                            less(deferred, release.buyerFee()));
            case Movement.Refund refund -> returned(refund.amount(), refund.buyerFee());
            case Movement.Cancellation cancellation ->
                    returned(cancellation.amount(), cancellation.buyerFee());
            case Movement.Freeze freeze ->
                    new Balances(
                            less(held, freeze.fromHeld()),
                            frozen.plus(freeze.amount()),
                            less(released, freeze.fromReleased()),
                            refunded,
                            deferred.plus(freeze.buyerFee()));
            case Movement.Unfreeze unfreeze ->
                    new Balances(
                            held.plus(unfreeze.toHeld()),
                            less(frozen, unfreeze.amount()),
                            released.plus(less(unfreeze.amount(), unfreeze.toHeld())),
                            refunded,
                            less(deferred, unfreeze.buyerFee()));
            case Movement.Split split -> divided(split);
        };
    }

    private Balances divided(Movement.Split split) {
        return new Balances(
                held,
                less(frozen, split.amount()),
                released.plus(split.toPayee().gross()),
                refunded.plus(split.toPayer()),
                less(less(deferred, split.buyerFee()), split.toPayee().buyerFee()));
    }

    private Balances returned(Money amount, Money buyerFee) {
        return new Balances(
                less(held, amount),
                frozen,
                released,
                refunded.plus(amount),
                less(deferred, buyerFee));
    }

    private static Money less(Money from, Money amount) {
        if (from.isLessThan(amount)) {
            throw new IllegalStateException(amount + " is more than the " + from + " there are");
        }
        return from.minus(amount);
    }
}
