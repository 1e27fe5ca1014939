package guildhall.payment.adjustment;

import guildhall.messages.money.Money;
import java.math.BigDecimal;

/**
 * How much staff may correct, in major units of any currency.
 *
 * @param largest of one adjustment
 * @param administratorFrom from here on an administrator has to approve
 * @param perDay what one person may approve within 24 hours in one currency
 */
public record AdjustmentLimits(long largest, long administratorFrom, long perDay) {
    boolean isTooLarge(Money amount) {
        return major(amount).compareTo(BigDecimal.valueOf(largest)) > 0;
    }

    boolean needsAdministrator(Money amount) {
        return major(amount).compareTo(BigDecimal.valueOf(administratorFrom)) >= 0;
    }

    boolean exceedsDay(Money approved, Money amount) {
        return major(approved).add(major(amount)).compareTo(BigDecimal.valueOf(perDay)) > 0;
    }

    private static BigDecimal major(Money money) {
        var digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minorUnits(), digits);
    }
}
