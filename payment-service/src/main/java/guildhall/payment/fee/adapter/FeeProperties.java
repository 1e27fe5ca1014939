package guildhall.payment.fee.adapter;

import static java.util.stream.Collectors.toUnmodifiableMap;

import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeRule;
import guildhall.payment.fee.FeeSchedule;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.FeeTier;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All versions of all prices. A version that was in force is never edited or removed, because
 * escrows refer to it; a change is a new version with the time from which it counts.
 */
@ConfigurationProperties("guildhall.payment.fee")
record FeeProperties(List<Version> schedules) {
    record Version(String version, Instant effectiveFrom, List<Rule> rules) {}

    /**
     * @param kinds that are priced like this
     * @param buyerBasisPoints what the payer pays on top
     * @param tiers what the payee is charged
     * @param levelBasisPoints the most that a seller of level 0, 1, 2 … is charged
     * @param planBasisPoints the most that a subscriber of a plan is charged
     * @param minimums the least that is charged for a release, by currency, in minor units
     */
    record Rule(
            Set<ContractKind> kinds,
            @DefaultValue("0") int buyerBasisPoints,
            List<Tier> tiers,
            @DefaultValue List<Integer> levelBasisPoints,
            @DefaultValue Map<String, Integer> planBasisPoints,
            @DefaultValue Map<String, Long> minimums) {
        FeeRule toRule() {
            return new FeeRule(
                    buyerBasisPoints,
                    tiers.stream()
                            .map(tier -> new FeeTier(tier.aboveMajorUnits(), tier.basisPoints()))
                            .toList(),
                    levelBasisPoints,
                    planBasisPoints,
                    minimums.entrySet().stream()
                            .collect(
                                    toUnmodifiableMap(
                                            minimum -> Currency.getInstance(minimum.getKey()),
                                            Map.Entry::getValue)));
        }
    }

    record Tier(long aboveMajorUnits, int basisPoints) {}

    FeeSchedules toSchedules() {
        return new FeeSchedules(schedules.stream().map(FeeProperties::schedule).toList());
    }

    private static FeeSchedule schedule(Version version) {
        var rules = new HashMap<ContractKind, FeeRule>();
        for (var rule : version.rules()) {
            for (var kind : rule.kinds()) {
                if (rules.put(kind, rule.toRule()) != null) {
                    throw new IllegalArgumentException(
                            version.version() + " has two prices for " + kind);
                }
            }
        }
        return new FeeSchedule(version.version(), version.effectiveFrom(), rules);
    }
}
