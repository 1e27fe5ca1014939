package guildhall.runtime.web;

import guildhall.messages.money.Money;
import java.util.Currency;

/**
 * What an amount in a body must be where money is to move by it. That it is not negative, and its
 * currency a known one, was checked when it was read.
 */
public final class Amounts {
    /**
     * @param pointer to the amount with its currency
     * @throws Refusal 400 unless it is something, in money that people can have
     */
    public static Money payable(String pointer, Money amount) {
        positive(pointer, amount);
        ofCountry(pointer + "/currency", amount.currency());
        return amount;
    }

    /**
     * @param pointer to the amount with its currency
     * @throws Refusal 400 when it is nothing
     */
    public static Money positive(String pointer, Money amount) {
        if (amount.isZero()) {
            throw Refusal.field(pointer + "/amount", "must be greater than 0");
        }
        return amount;
    }

    /**
     * Precious metals, baskets and the codes for testing have a code, but no minor unit.
     *
     * @param pointer to the currency
     * @throws Refusal 400 when it has no minor unit
     */
    public static Currency ofCountry(String pointer, Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw Refusal.field(pointer, "must be the currency of a country");
        }
        return currency;
    }

    private Amounts() {}
}
