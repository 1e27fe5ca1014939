package guildhall.payment.credit;

import guildhall.messages.money.Money;

/** Credits that are sold together. */
public record CreditPack(String id, int units, Money price) {
    public CreditPack {
        if (units < 1 || price.isZero()) {
            throw new IllegalArgumentException("A pack of nothing: " + id);
        }
    }
}
