package guildhall.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param jwksUri where identity-service publishes its keys
 * @param issuer what {@code iss} must say
 * @param cacheSize how many verified tokens are remembered
 * @param badTokens how many tokens of one address may be no good within a minute; after that, no
 *     token of it is looked at that was not seen before
 * @param resync how often all revocations are read again, in case a notice was missed
 * @param open {@code METHOD /path/**} that needs no token; everything else does
 */
@ConfigurationProperties("guildhall.gateway.token")
public record TokenProperties(
        URI jwksUri,
        String issuer,
        @DefaultValue("100000") int cacheSize,
        @DefaultValue("300") int badTokens,
        @DefaultValue("15s") Duration resync,
        List<String> open) {}
