package guildhall.payment.referral.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param largestReward in minor units; a larger one is refused, whoever commands it
 */
@ConfigurationProperties("guildhall.payment.referral")
record ReferralProperties(@DefaultValue("50000") long largestReward) {}
