package guildhall.runtime.security;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are verified.
 *
 * @param audience tokens must be meant for it; any when null
 * @param clockSkew how far the clocks of two machines may differ
 * @param keyCache how long keys are used before they are fetched again
 * @param keyOutage how long known keys stay good while identity-service does not answer
 */
@ConfigurationProperties("guildhall.security")
public record SecuritySettings(
        @DefaultValue("http://localhost:8081/.well-known/jwks.json") URI jwksUri,
        @DefaultValue("https://guildhall.example") String issuer,
        @Nullable String audience,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("5m") Duration keyCache,
        @DefaultValue("24h") Duration keyOutage) {}
