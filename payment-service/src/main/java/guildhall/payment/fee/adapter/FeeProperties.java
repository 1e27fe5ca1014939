package guildhall.payment.fee.adapter;

import guildhall.payment.fee.FeeSchedule;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.FeeTier;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * All versions of the talent fee. A version that was in force is never edited; a change is a new
 * version with the time from which it counts.
 */
@ConfigurationProperties("guildhall.payment.fee")
record FeeProperties(List<Version> schedules) {
    record Version(String version, Instant effectiveFrom, List<Tier> tiers) {}

    record Tier(long aboveMajorUnits, int basisPoints) {}

    FeeSchedules toSchedules() {
        return new FeeSchedules(schedules.stream().map(FeeProperties::schedule).toList());
    }

    private static FeeSchedule schedule(Version version) {
        return new FeeSchedule(
                version.version(),
                version.effectiveFrom(),
                version.tiers().stream()
                        .map(tier -> new FeeTier(tier.aboveMajorUnits(), tier.basisPoints()))
                        .toList());
    }
}
