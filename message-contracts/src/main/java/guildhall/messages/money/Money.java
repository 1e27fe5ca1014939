package guildhall.messages.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Currency;

/**
 * An amount in minor units (cents for USD, yen for JPY) and its ISO 4217 currency; on the wire
 * {@code {"amount": 12345, "currency": "USD"}}. Never negative, never a double, never a bare
 * BigDecimal.
 */
public record Money(@JsonProperty("amount") long minorUnits, Currency currency) {
    public Money {
        if (minorUnits < 0) {
            throw new IllegalArgumentException("Money is never negative: " + minorUnits);
        }
    }

    public static Money of(long minorUnits, String currencyCode) {
        return new Money(minorUnits, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * @throws ArithmeticException when the sum does not fit a long
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /**
     * @throws IllegalArgumentException when the other amount is larger or of another currency
     */
    public Money minus(Money other) {
        return new Money(minorUnits - sameCurrency(other).minorUnits, currency);
    }

    @JsonIgnore
    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isLessThan(Money other) {
        return minorUnits < sameCurrency(other).minorUnits;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(other.currency + " is not " + currency);
        }
        return other;
    }
}
