package guildhall.payment.payout.adapter;

import guildhall.messages.party.VerificationTier;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Amounts are in major units.
 *
 * @param minimum the smallest payout
 * @param reviewFrom payouts of this amount or more need the approval of finance
 * @param instantFeeBasisPoints hundredths of a percent
 * @param mostTries how often a provider is asked before a payout has failed
 * @param retryAfter how long to wait after a refusal for the moment
 * @param dailyLimits what a party of each tier of verification may withdraw in 24 hours; PREMIUM is
 *     without a limit when it is not named
 * @param defaultTier what everybody has at least: also whoever was never verified, was refused, or
 *     whose tier is over
 */
@ConfigurationProperties("guildhall.payment.payout")
record PayoutProperties(
        @DefaultValue("10") long minimum,
        @DefaultValue("5000") long reviewFrom,
        @DefaultValue("100") int instantFeeBasisPoints,
        @DefaultValue("3") int mostTries,
        @DefaultValue("1h") Duration retryAfter,
        Map<VerificationTier, Long> dailyLimits,
        @DefaultValue("BASIC") VerificationTier defaultTier,
        @DefaultValue Submission submission) {
    PayoutProperties {
        dailyLimits = Map.copyOf(dailyLimits);
        for (var tier : VerificationTier.values()) {
            if (tier != VerificationTier.PREMIUM && !dailyLimits.containsKey(tier)) {
                throw new IllegalArgumentException("No daily limit for the tier " + tier);
            }
        }
    }

    /**
     * @param every how often standard payouts are submitted
     * @param batch how many at a time
     * @param askAfter when to ask about a request that may not have arrived
     * @param silentAfter when to ask about a payout without a result
     * @param stuckAfter when people have to look after it
     */
    record Submission(
            @DefaultValue("10m") Duration every,
            @DefaultValue("100") int batch,
            @DefaultValue("1m") Duration askAfter,
            @DefaultValue("3d") Duration silentAfter,
            @DefaultValue("7d") Duration stuckAfter) {}

    /** Empty when there is none. */
    Optional<Long> dailyLimit(VerificationTier tier) {
        return Optional.ofNullable(dailyLimits.get(tier));
    }
}
