package guildhall.payment.subscription.adapter;

import guildhall.payment.subscription.Plans;
import guildhall.payment.subscription.RenewalNotice;
import guildhall.payment.subscription.SubscriptionDecider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {
    @Bean
    Plans subscriptionPlans(SubscriptionProperties properties) {
        return properties.toPlans();
    }

    @Bean
    RenewalNotice renewalNotice(SubscriptionProperties properties) {
        return new RenewalNotice(properties.notice());
    }

    @Bean
    SubscriptionDecider subscriptionDecider(Plans plans, SubscriptionProperties properties) {
        return new SubscriptionDecider(plans, properties.toDunning());
    }
}
