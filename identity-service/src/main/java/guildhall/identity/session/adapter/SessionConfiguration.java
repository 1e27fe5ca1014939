package guildhall.identity.session.adapter;

import guildhall.identity.session.SessionDecider;
import guildhall.identity.session.SessionPolicy;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.documents.RelayedCollection;
import guildhall.runtime.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    SessionPolicy sessionPolicy(SessionProperties properties) {
        return properties.policy();
    }

    @Bean
    SessionDecider sessionDecider(SessionPolicy policy) {
        return new SessionDecider(policy);
    }

    @Bean
    Subscription sessionRevocations(SessionEnds ends) {
        return Subscription.named("identity.session-revocations")
                .on(SessionRevokedV1.class, m -> ends.apply(m.message()));
    }

    @Bean
    RelayedCollection relayedSessions() {
        return new RelayedCollection(MongoSessions.COLLECTION);
    }

    @Bean
    PublicEndpoints signInEndpoints() {
        return PublicEndpoints.none().post("/v1/sessions", "/v1/sessions/refresh");
    }
}
