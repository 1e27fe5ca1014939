package guildhall.payment.fee;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * How one kind of contract is priced.
 *
 * @param buyerBasisPoints what the payer pays on top
 * @param tiers what the payee is charged: marginal, over the lifetime billing of the pair
 * @param levelBasisPoints the most that a seller of level 0, 1, 2 … is charged; higher levels than
 *     listed are charged like the last one; empty: levels make no difference
 * @param planBasisPoints the most that a subscriber of a plan is charged
 * @param minimums the least that the payee is charged for a release that is not free, in minor
 *     units; never more than the release
 */
public record FeeRule(
        int buyerBasisPoints,
        List<FeeTier> tiers,
        List<Integer> levelBasisPoints,
        Map<String, Integer> planBasisPoints,
        Map<Currency, Long> minimums) {

    public FeeRule {
        tiers = List.copyOf(tiers);
        levelBasisPoints = List.copyOf(levelBasisPoints);
        planBasisPoints = Map.copyOf(planBasisPoints);
        minimums = Map.copyOf(minimums);
        Rate.requireBasisPoints(buyerBasisPoints);
        levelBasisPoints.forEach(Rate::requireBasisPoints);
        planBasisPoints.values().forEach(Rate::requireBasisPoints);
        requireUpwards(tiers);
        if (minimums.values().stream().anyMatch(minimum -> minimum < 0)) {
            throw new IllegalArgumentException("A minimum fee below zero: " + minimums);
        }
    }

    private static void requireUpwards(List<FeeTier> tiers) {
        if (tiers.isEmpty() || tiers.getFirst().aboveMajorUnits() != 0) {
            throw new IllegalArgumentException("Tiers must begin with one above 0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).aboveMajorUnits() <= tiers.get(i - 1).aboveMajorUnits()) {
                throw new IllegalArgumentException("Tiers must be listed upwards");
            }
        }
    }

    /** Tiers and nothing else. */
    public static FeeRule ofTiers(List<FeeTier> tiers) {
        return new FeeRule(0, tiers, List.of(), Map.of(), Map.of());
    }

    Money buyerFee(Money amount) {
        return Rate.rounded(
                Rate.weighted(amount.minorUnits(), buyerBasisPoints), amount.currency());
    }

    FeeQuote quote(String version, FeeBasis basis, Money billed, Money gross) {
        var currency = gross.currency();
        var from = billed.minorUnits();
        var to = billed.plus(gross).minorUnits();
        var parts = new ArrayList<FeeQuote.Part>();
        var weighted = BigInteger.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            var amount =
                    Math.min(to, upperBound(i, currency)) - Math.max(from, lowerBound(i, currency));
            if (amount > 0) {
                var rate = rate(tiers.get(i), basis);
                parts.add(new FeeQuote.Part(rate, new Money(amount, currency)));
                weighted = weighted.add(Rate.weighted(amount, rate));
            }
        }
        var fee = weighted.signum() == 0 ? Money.zero(currency) : atLeast(weighted, gross);
        return new FeeQuote(version, gross, fee, parts);
    }

    private Money atLeast(BigInteger weighted, Money gross) {
        var fee = Rate.rounded(weighted, gross.currency()).minorUnits();
        var least = minimums.getOrDefault(gross.currency(), 0L);
        return new Money(Math.min(gross.minorUnits(), Math.max(fee, least)), gross.currency());
    }

    /** Level and plan can only lower the rate of the tier. */
    private int rate(FeeTier tier, FeeBasis basis) {
        var rate = tier.basisPoints();
        if (!levelBasisPoints.isEmpty()) {
            var level = Math.min(basis.sellerLevel(), levelBasisPoints.size() - 1);
            rate = Math.min(rate, levelBasisPoints.get(level));
        }
        return Math.min(rate, planBasisPoints.getOrDefault(basis.sellerPlan(), rate));
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
