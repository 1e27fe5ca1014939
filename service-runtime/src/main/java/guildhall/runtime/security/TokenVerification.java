package guildhall.runtime.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies ES256 tokens against the keys of identity-service. Keys are fetched at the first token,
 * refreshed ahead of time in the background, and kept through an outage of identity-service, so
 * that its absence stops nobody who holds a token. An unknown key id causes one fetch, rate
 * limited, which is how a rotated key becomes known. Tokens age by real time, whatever the clock of
 * the business says.
 */
final class TokenVerification {
    private static final int HTTP_TIMEOUT_MILLIS = 2_000;
    private static final int MAX_KEY_SET_BYTES = 64 * 1024;

    /**
     * Keys are fetched anew in the last tenth of their time, and no oftener than ten times in it.
     */
    private static final int PARTS_OF_CACHE_TIME = 10;

    private static final Duration MAX_FETCH_PAUSE = Duration.ofSeconds(2);

    static JwtDecoder decoder(SecuritySettings settings) {
        var decoder =
                NimbusJwtDecoder.withJwkSource(keys(settings))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        var rules = rules(settings);
        decoder.setJwtValidator(rules);
        return new VerifiedTokens(decoder, rules, settings.keyCache());
    }

    private static JWKSource<SecurityContext> keys(SecuritySettings settings) {
        try {
            var http =
                    new DefaultResourceRetriever(
                            HTTP_TIMEOUT_MILLIS, HTTP_TIMEOUT_MILLIS, MAX_KEY_SET_BYTES);
            var time = settings.keyCache();
            var part = time.dividedBy(PARTS_OF_CACHE_TIME);
            var pause = part.compareTo(MAX_FETCH_PAUSE) < 0 ? part : MAX_FETCH_PAUSE;
            return JWKSourceBuilder.create(settings.jwksUri().toURL(), http)
                    .retrying(true)
                    .outageTolerant(settings.keyOutage().toMillis())
                    .cache(time.toMillis(), part.toMillis())
                    .refreshAheadCache(part.toMillis(), false)
                    .rateLimited(pause.toMillis())
                    .build();
        } catch (MalformedURLException invalid) {
            throw new IllegalStateException("guildhall.security.jwks-uri is no URL", invalid);
        }
    }

    private static OAuth2TokenValidator<Jwt> rules(SecuritySettings settings) {
        var time = new JwtTimestampValidator(settings.clockSkew());
        time.setAllowEmptyExpiryClaim(false);
        var rules = new ArrayList<OAuth2TokenValidator<Jwt>>();
        rules.add(time);
        rules.add(new JwtIssuerValidator(settings.issuer()));
        var audience = settings.audience();
        if (audience != null) {
            rules.add(new JwtAudienceValidator(audience));
        }
        return new DelegatingOAuth2TokenValidator<>(rules);
    }

    private TokenVerification() {}
}
