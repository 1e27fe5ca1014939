package guildhall.payment.subscription;

import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * One version of a plan.
 *
 * @param id the same for all versions
 * @param price of one period; may be nothing
 * @param months of one period
 * @param trialDays before the first period; 0 for none
 */
public record Plan(
        String id,
        String version,
        Instant effectiveFrom,
        Money price,
        int months,
        int trialDays,
        List<Entitlement> entitlements) {
    public Plan {
        entitlements = List.copyOf(entitlements);
        if (months < 1 || trialDays < 0) {
            throw new IllegalArgumentException("A plan without a period: " + version);
        }
    }

    /** How much of something the plan allows. */
    public record Entitlement(String name, long amount) {}

    /** Dearer for the same time, so that the difference can be paid for the rest of it. */
    boolean isUpgradeOf(Plan other) {
        return months == other.months
                && price.currency().equals(other.price.currency())
                && other.price.isLessThan(price);
    }
}
