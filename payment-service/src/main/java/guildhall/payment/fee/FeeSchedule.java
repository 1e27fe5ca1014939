package guildhall.payment.fee;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** One version of the talent fee: marginal tiers over the lifetime billing of a pair. */
public record FeeSchedule(String version, Instant effectiveFrom, List<FeeTier> tiers) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public FeeSchedule {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().aboveMajorUnits() != 0) {
            throw new IllegalArgumentException(version + " must begin with a tier above 0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).aboveMajorUnits() <= tiers.get(i - 1).aboveMajorUnits()) {
                throw new IllegalArgumentException(version + " must list its tiers upwards");
            }
        }
    }

    /**
     * @param billed what the pair has billed before this release, in the same currency
     */
    public FeeQuote quote(Money billed, Money gross) {
        var from = billed.minorUnits();
        var to = billed.plus(gross).minorUnits();
        var parts = new ArrayList<FeeQuote.Part>();
        var weighted = BigInteger.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            var amount =
                    Math.min(to, upperBound(i, gross.currency()))
                            - Math.max(from, lowerBound(i, gross.currency()));
            if (amount > 0) {
                var rate = tiers.get(i).basisPoints();
                parts.add(new FeeQuote.Part(rate, new Money(amount, gross.currency())));
                weighted = weighted.add(product(amount, rate));
            }
        }
        return new FeeQuote(version, gross, new Money(rounded(weighted), gross.currency()), parts);
    }

    private static BigInteger product(long amount, int basisPoints) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(basisPoints));
    }

    private static long rounded(BigInteger weighted) {
        return new BigDecimal(weighted).divide(WHOLE, 0, RoundingMode.HALF_UP).longValueExact();
    }

    private long lowerBound(int tier, Currency currency) {
        return BigDecimal.valueOf(tiers.get(tier).aboveMajorUnits())
                .movePointRight(currency.getDefaultFractionDigits())
                .longValueExact();
    }

    private long upperBound(int tier, Currency currency) {
        return tier + 1 < tiers.size() ? lowerBound(tier + 1, currency) : Long.MAX_VALUE;
    }
}
