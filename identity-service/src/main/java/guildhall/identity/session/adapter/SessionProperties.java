package guildhall.identity.session.adapter;

import guildhall.identity.session.SessionPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param refreshLife how long a refresh token waits to be used
 * @param life after which the password is asked for again, however busy the session is
 * @param grace for how long the refresh token just replaced gives the same successor once more,
 *     because the first answer may have been lost
 * @param mostPerUser how many sessions a user may have at once; one more ends the oldest
 */
@ConfigurationProperties("guildhall.identity.sessions")
record SessionProperties(
        @DefaultValue("30d") Duration refreshLife,
        @DefaultValue("180d") Duration life,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("20") int mostPerUser) {
    SessionPolicy policy() {
        return new SessionPolicy(refreshLife, life, grace, mostPerUser);
    }
}
