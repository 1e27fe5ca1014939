package guildhall.payment.invoice;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * @param name as the law calls the tax, such as VAT
 * @param basisPoints 1900 for 19 %
 */
public record TaxRate(String name, int basisPoints) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public TaxRate {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("A tax of " + basisPoints + " basis points");
        }
    }

    /** What is added to a net amount, half up to the minor unit. */
    public Money on(Money net) {
        var tax =
                BigDecimal.valueOf(net.minorUnits())
                        .multiply(BigDecimal.valueOf(basisPoints))
                        .divide(WHOLE, 0, RoundingMode.HALF_UP);
        return new Money(tax.longValueExact(), net.currency());
    }

    /** What an amount contains that was agreed with tax included. */
    public Money within(Money gross) {
        var net =
                BigDecimal.valueOf(gross.minorUnits())
                        .multiply(WHOLE)
                        .divide(
                                WHOLE.add(BigDecimal.valueOf(basisPoints)),
                                0,
                                RoundingMode.HALF_UP);
        return gross.minus(new Money(net.longValueExact(), gross.currency()));
    }
}
