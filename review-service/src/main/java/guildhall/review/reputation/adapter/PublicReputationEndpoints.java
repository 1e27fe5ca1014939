package guildhall.review.reputation.adapter;

import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reputations are for everybody, signed in or not. */
@Configuration(proxyBeanMethods = false)
class PublicReputationEndpoints {
    @Bean
    PublicEndpoints openReputations() {
        return PublicEndpoints.none().get("/v1/reputations/{partyType}/{partyId}");
    }
}
