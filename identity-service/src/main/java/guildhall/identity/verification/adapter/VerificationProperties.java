package guildhall.identity.verification.adapter;

import guildhall.identity.verification.VerificationPolicy;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tries how often an owner may submit before one of the tries is approved
 * @param identityAge how old a passport or an identity card may be
 * @param licenceAge how old a driving licence may be
 * @param addressProofAge how old the proof of an address may be
 * @param expireEvery how late a tier may fall
 */
@ConfigurationProperties("guildhall.identity.verification")
record VerificationProperties(
        @DefaultValue("3") int tries,
        @DefaultValue("10y") Period identityAge,
        @DefaultValue("5y") Period licenceAge,
        @DefaultValue("90d") Period addressProofAge,
        @DefaultValue("1m") Duration expireEvery) {
    VerificationPolicy policy() {
        return new VerificationPolicy(tries, identityAge, licenceAge, addressProofAge);
    }
}
