package guildhall.payment.invoice;

import guildhall.messages.money.Money;

/** One thing that is charged, without tax. */
public record InvoiceLine(String description, int quantity, Money unitPrice) {
    public InvoiceLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line of " + quantity);
        }
    }

    /**
     * @throws ArithmeticException when it does not fit a long
     */
    public Money amount() {
        return new Money(
                Math.multiplyExact(unitPrice.minorUnits(), (long) quantity), unitPrice.currency());
    }
}
