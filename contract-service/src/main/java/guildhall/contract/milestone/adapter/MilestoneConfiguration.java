package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.MilestonePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the configured rules to everybody who plans, funds or reviews milestones. */
@Configuration(proxyBeanMethods = false)
class MilestoneConfiguration {
    @Bean
    MilestonePolicy milestonePolicy(MilestoneSettings settings) {
        return settings.policy();
    }
}
