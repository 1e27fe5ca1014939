package guildhall.payment.payout;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * The rules that are configured. Amounts are in major units, so that they mean about the same in
 * every currency with and without cents.
 *
 * @param minimum the smallest payout
 * @param reviewFrom payouts of this amount or more need the approval of finance
 * @param instantFeeBasisPoints what an instant payout costs, in hundredths of a percent
 * @param mostTries how often a provider is asked before a payout has failed
 * @param retryAfter how long to wait after a refusal for the moment; twice as long after the second
 * @param hold how long nothing is paid to a destination that is new
 */
public record PayoutPolicy(
        long minimum,
        long reviewFrom,
        int instantFeeBasisPoints,
        int mostTries,
        Duration retryAfter,
        Duration hold) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    /** HALF_UP to the minor unit, like every fee. */
    public Money fee(Money amount, Speed speed) {
        return switch (speed) {
            case STANDARD -> Money.zero(amount.currency());
            case INSTANT ->
                    new Money(
                            BigDecimal.valueOf(amount.minorUnits())
                                    .multiply(BigDecimal.valueOf(instantFeeBasisPoints))
                                    .divide(WHOLE, 0, RoundingMode.HALF_UP)
                                    .longValueExact(),
                            amount.currency());
        };
    }

    boolean isTooSmall(Money amount) {
        return isBelow(amount, minimum);
    }

    boolean needsReview(Money amount) {
        return !isBelow(amount, reviewFrom);
    }

    private static boolean isBelow(Money amount, long majorUnits) {
        return BigDecimal.valueOf(amount.minorUnits())
                        .movePointLeft(amount.currency().getDefaultFractionDigits())
                        .compareTo(BigDecimal.valueOf(majorUnits))
                < 0;
    }
}
