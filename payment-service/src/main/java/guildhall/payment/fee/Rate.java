package guildhall.payment.fee;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/** Parts of amounts, exact until they are rounded once, half up. */
public final class Rate {
    static final int WHOLE = 10_000;

    /** Amounts in minor units times basis points. */
    static BigInteger weighted(long minorUnits, int basisPoints) {
        return BigInteger.valueOf(minorUnits).multiply(BigInteger.valueOf(basisPoints));
    }

    static Money rounded(BigInteger weighted, Currency currency) {
        return new Money(divided(weighted, WHOLE), currency);
    }

    /** The part of an amount that belongs to a part of a whole. */
    public static Money proRata(Money amount, Money part, Money whole) {
        var product =
                BigInteger.valueOf(amount.minorUnits())
                        .multiply(BigInteger.valueOf(part.minorUnits()));
        return new Money(divided(product, whole.minorUnits()), amount.currency());
    }

    private static long divided(BigInteger product, long by) {
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static void requireBasisPoints(int basisPoints) {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("A rate of " + basisPoints + " basis points");
        }
    }

    private Rate() {}
}
