package guildhall.payment.credit;

import guildhall.messages.money.Money;
import guildhall.payment.credit.CreditEvent.Split;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a talent gets of the value of used credits.
 *
 * @param basisPoints 7000 for 70 %
 */
public record TalentShare(int basisPoints) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public TalentShare {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("A share of " + basisPoints + " basis points");
        }
    }

    Split of(Money value) {
        var share =
                BigDecimal.valueOf(value.minorUnits())
                        .multiply(BigDecimal.valueOf(basisPoints))
                        .divide(WHOLE, 0, RoundingMode.HALF_UP);
        return new Split(value, new Money(share.longValueExact(), value.currency()));
    }
}
