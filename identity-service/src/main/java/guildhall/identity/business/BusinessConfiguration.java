package guildhall.identity.business;

import guildhall.runtime.documents.RelayedCollection;
import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BusinessConfiguration {
    @Bean
    RelayedCollection relayedBusinesses() {
        return new RelayedCollection(Businesses.COLLECTION);
    }

    @Bean
    PublicEndpoints businessEndpoints() {
        return PublicEndpoints.none().get("/v1/businesses/{id}");
    }
}
