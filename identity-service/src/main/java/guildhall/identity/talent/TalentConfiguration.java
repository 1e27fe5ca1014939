package guildhall.identity.talent;

import guildhall.runtime.documents.RelayedCollection;
import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TalentConfiguration {
    @Bean
    RelayedCollection relayedTalents() {
        return new RelayedCollection(Talents.COLLECTION);
    }

    @Bean
    PublicEndpoints talentEndpoints() {
        return PublicEndpoints.none().get("/v1/talents/{id}");
    }
}
