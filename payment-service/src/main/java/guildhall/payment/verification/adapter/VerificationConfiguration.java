package guildhall.payment.verification.adapter;

import guildhall.messages.identity.VerificationEvents.VerificationDecidedV1;
import guildhall.messages.identity.VerificationEvents.VerificationExpiredV1;
import guildhall.payment.verification.KnownTier;
import guildhall.payment.verification.KnownTiers;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {
    @Bean
    Subscription verificationTiers(KnownTiers tiers) {
        return Subscription.named("payment.verification-tiers")
                .on(VerificationDecidedV1.class, m -> keep(m.message(), tiers))
                .on(VerificationExpiredV1.class, m -> keep(m.message(), tiers));
    }

    private static void keep(VerificationDecidedV1 decided, KnownTiers tiers) {
        tiers.keep(
                decided.subject(),
                new KnownTier(decided.tier(), decided.expiresAt()),
                decided.revision());
    }

    private static void keep(VerificationExpiredV1 expired, KnownTiers tiers) {
        tiers.keep(
                expired.subject(),
                new KnownTier(expired.tier(), expired.expiresAt()),
                expired.revision());
    }
}
