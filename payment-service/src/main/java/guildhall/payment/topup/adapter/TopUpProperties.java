package guildhall.payment.topup.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param largestAmount in minor units
 * @param firstCheckAfter when to ask the provider about a charge it has not reported; the next
 *     checks come after twice as long each
 * @param giveUpAfter when a charge is abandoned that the provider never got
 */
@ConfigurationProperties("guildhall.payment.top-up")
record TopUpProperties(
        @DefaultValue("100000000") long largestAmount,
        @DefaultValue("30s") Duration firstCheckAfter,
        @DefaultValue("30m") Duration giveUpAfter) {}
