package guildhall.payment.escrow;

import guildhall.messages.money.Money;

/**
 * Where the money of one escrow is: always the whole amount that was funded, in four places of
 * which none is ever below zero.
 */
record Balances(Money held, Money frozen, Money released, Money refunded) {

    static Balances funded(Money amount) {
        var nothing = Money.zero(amount.currency());
        return new Balances(amount, nothing, nothing, nothing);
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
                            refunded);
            case Movement.Refund refund -> returned(refund.amount());
            case Movement.Cancellation cancellation -> returned(cancellation.amount());
            case Movement.Freeze freeze ->
                    new Balances(
                            less(held, freeze.fromHeld()),
                            frozen.plus(freeze.amount()),
                            less(released, freeze.fromReleased()),
                            refunded);
            case Movement.Unfreeze unfreeze ->
                    new Balances(
                            held.plus(unfreeze.toHeld()),
                            less(frozen, unfreeze.amount()),
                            released.plus(less(unfreeze.amount(), unfreeze.toHeld())),
                            refunded);
            case Movement.Split split ->
                    new Balances(
                            held,
                            less(frozen, split.amount()),
                            released.plus(split.toPayee().gross()),
                            refunded.plus(split.toPayer()));
        };
    }

    private Balances returned(Money amount) {
        return new Balances(less(held, amount), frozen, released, refunded.plus(amount));
    }

    private static Money less(Money from, Money amount) {
        if (from.isLessThan(amount)) {
            throw new IllegalStateException(amount + " is more than the " + from + " there are");
        }
        return from.minus(amount);
    }
}
