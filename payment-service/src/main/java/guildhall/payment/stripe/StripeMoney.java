package guildhall.payment.stripe;

import guildhall.messages.money.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * Amounts as Stripe writes them: minor units as in ISO 4217, but for currencies that Stripe still
 * writes with two decimals although they have none, and those with three decimals, whose last digit
 * must be zero.
 */
public final class StripeMoney {
    private static final Set<String> WITH_TWO_DECIMALS = Set.of("ISK", "UGX");
    private static final long HUNDRED = 100;

    /**
     * @throws IllegalArgumentException when Stripe cannot move this amount
     */
    public static long amount(Money money) {
        if (money.currency().getDefaultFractionDigits() == 3 && money.minorUnits() % 10 != 0) {
            throw new IllegalArgumentException("Stripe takes no third decimal: " + money);
        }
        return Math.multiplyExact(money.minorUnits(), factor(money.currency()));
    }

    /** In lower case, as Stripe writes it. */
    public static String code(Currency currency) {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    public static Currency currency(String code) {
        return Currency.getInstance(code.toUpperCase(Locale.ROOT));
    }

    public static Money money(long amount, String code) {
        var currency = currency(code);
        return new Money(minorUnits(amount, currency), currency);
    }

    /** Also for what is below zero. */
    public static long minorUnits(long amount, Currency currency) {
        var factor = factor(currency);
        if (amount % factor != 0) {
            throw new IllegalArgumentException(amount + " is no amount of " + currency);
        }
        return amount / factor;
    }

    private static long factor(Currency currency) {
        return WITH_TWO_DECIMALS.contains(currency.getCurrencyCode()) ? HUNDRED : 1;
    }

    private StripeMoney() {}
}
