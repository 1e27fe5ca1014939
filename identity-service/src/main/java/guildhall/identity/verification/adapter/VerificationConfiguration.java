package guildhall.identity.verification.adapter;

import guildhall.identity.verification.VerificationDecider;
import guildhall.identity.verification.VerificationPolicy;
import guildhall.runtime.chore.Chore;
import guildhall.runtime.documents.RelayedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {
    @Bean
    VerificationPolicy verificationPolicy(VerificationProperties properties) {
        return properties.policy();
    }

    @Bean
    VerificationDecider verificationDecider(VerificationPolicy policy) {
        return new VerificationDecider(policy);
    }

    @Bean
    RelayedCollection relayedVerifications() {
        return new RelayedCollection(MongoVerifications.COLLECTION);
    }

    @Bean
    Chore verificationExpiryChore(VerificationExpiry expiry, VerificationProperties properties) {
        return new Chore("verification-expiry", properties.expireEvery(), expiry::round);
    }
}
