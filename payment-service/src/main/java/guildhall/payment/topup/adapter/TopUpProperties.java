package guildhall.payment.topup.adapter;

import guildhall.payment.topup.TopUp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param largestAmount in minor units
 * @param firstCheckAfter when to ask the provider about a charge it has not reported; the next
 *     checks come after twice as long each
 * @param giveUpAfter when a charge is abandoned that the provider never got, or cancelled that its
 *     payer has not completed
 */
@ConfigurationProperties("guildhall.payment.top-up")
record TopUpProperties(
        @DefaultValue("100000000") long largestAmount,
        @DefaultValue("30s") Duration firstCheckAfter,
        @DefaultValue("30m") Duration giveUpAfter) {

    Instant deadline(TopUp topUp) {
        return topUp.requestedAt().plus(giveUpAfter);
    }
}
