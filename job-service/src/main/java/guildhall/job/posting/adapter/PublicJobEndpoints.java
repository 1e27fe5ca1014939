package guildhall.job.posting.adapter;

import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Open jobs are for everybody, signed in or not. */
@Configuration(proxyBeanMethods = false)
class PublicJobEndpoints {
    @Bean
    PublicEndpoints openJobs() {
        return PublicEndpoints.none().get("/v1/jobs", "/v1/jobs/{id}");
    }
}
