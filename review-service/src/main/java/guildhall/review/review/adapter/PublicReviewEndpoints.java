package guildhall.review.review.adapter;

import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Published reviews are for everybody, signed in or not. */
@Configuration(proxyBeanMethods = false)
class PublicReviewEndpoints {
    @Bean
    PublicEndpoints openReviews() {
        return PublicEndpoints.none().get("/v1/reviews", "/v1/reviews/{id}");
    }
}
