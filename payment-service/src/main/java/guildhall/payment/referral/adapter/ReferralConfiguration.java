package guildhall.payment.referral.adapter;

import guildhall.messages.payment.ReferralCommands.PayReferralRewardV1;
import guildhall.payment.referral.Rewarding;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {
    @Bean
    Rewarding rewarding(ReferralProperties properties) {
        return new Rewarding(properties.largestReward());
    }

    @Bean
    Subscription referralCommands(RewardTransactions rewards) {
        return Subscription.named("payment.referral")
                .on(PayReferralRewardV1.class, m -> rewards.pay(m.message()));
    }
}
