package guildhall.payment.subscription.adapter;

import guildhall.messages.money.Money;
import guildhall.payment.subscription.Dunning;
import guildhall.payment.subscription.Plan;
import guildhall.payment.subscription.Plan.Entitlement;
import guildhall.payment.subscription.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All versions of all plans. A version that was in force is never edited; a change is a new version
 * with the time from which it counts.
 *
 * @param dunning when a charge that was missed is tried again, counted from when it was due
 * @param notice how long before a charge the subscriber is told of it
 */
@ConfigurationProperties("guildhall.payment.subscription")
record SubscriptionProperties(
        @DefaultValue List<Version> plans,
        @DefaultValue({"1d", "3d", "5d", "7d"}) List<Duration> dunning,
        @DefaultValue("3d") Duration notice) {
    SubscriptionProperties {
        plans = List.copyOf(plans);
        dunning = List.copyOf(dunning);
    }

    /**
     * @param plan the same for all its versions
     * @param price of one period, in minor units
     * @param months of one period
     * @param trialDays before the first period
     * @param entitlements how much of what it allows
     */
    record Version(
            String plan,
            String version,
            Instant effectiveFrom,
            @DefaultValue("USD") String currency,
            long price,
            @DefaultValue("1") int months,
            @DefaultValue("0") int trialDays,
            @DefaultValue Map<String, Long> entitlements) {
        Plan toPlan() {
            return new Plan(
                    plan,
                    version,
                    effectiveFrom,
                    Money.of(price, currency),
                    months,
                    trialDays,
                    new TreeMap<>(entitlements)
                            .entrySet().stream()
                                    .map(entry -> new Entitlement(entry.getKey(), entry.getValue()))
                                    .toList());
        }
    }

    Plans toPlans() {
        return new Plans(plans.stream().map(Version::toPlan).toList());
    }

    Dunning toDunning() {
        return new Dunning(dunning);
    }
}
