package guildhall.identity.key.adapter;

import guildhall.identity.key.KeySchedule;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rotation how long one key signs; the next one is published as long ahead
 * @param accessTokenLife how long an access token is good
 * @param leeway how far the clocks of verifiers may be behind
 */
@ConfigurationProperties("guildhall.identity.keys")
record KeyProperties(
        @DefaultValue("30d") Duration rotation,
        @DefaultValue("15m") Duration accessTokenLife,
        @DefaultValue("5m") Duration leeway) {
    KeySchedule schedule() {
        return new KeySchedule(rotation, accessTokenLife.plus(leeway));
    }
}
