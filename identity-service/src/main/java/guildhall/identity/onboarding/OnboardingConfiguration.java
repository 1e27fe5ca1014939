package guildhall.identity.onboarding;

import guildhall.identity.user.Newcomers;
import guildhall.identity.user.Users;
import guildhall.messages.identity.UserEvents.EmailVerifiedV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OnboardingConfiguration {
    @Bean
    Subscription onboardingOfTheVerified(Users users, Newcomers newcomers) {
        return Subscription.named("identity.onboarding")
                .on(
                        EmailVerifiedV1.class,
                        m ->
                                users.find(m.message().userId())
                                        .map(found -> found.user().account())
                                        .ifPresent(newcomers::welcome));
    }
}
