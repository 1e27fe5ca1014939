package guildhall.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Verifies access tokens, each one once. */
@Component
class AccessTokens {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final int TIME_OUT_MILLIS = 2_000;
    private static final long KEYS_LIVE_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long KEYS_OUTLIVE_AN_OUTAGE_MILLIS = Duration.ofHours(12).toMillis();

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Cache<String, AccessToken> verified;
    private final BadTokens bad;
    private final Clock clock;

    AccessTokens(TokenProperties properties, Clock clock) throws MalformedURLException {
        this.clock = clock;
        bad = new BadTokens(properties.badTokens(), Ticker.systemTicker());
        verified = Caffeine.newBuilder().maximumSize(properties.cacheSize()).build();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys(properties)));
        var required = new JWTClaimsSet.Builder().issuer(properties.issuer()).build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(required, Set.of("sub", "sid", "exp")));
    }

    /**
     * A token that was seen before costs a look-up; a new one a signature check, away from the
     * event loop, unless too many from this address were no good.
     */
    Mono<Verdict> verify(String compact, String address) {
        var known = verified.getIfPresent(compact);
        if (known == null) {
            return bad.areTooMany(address)
                    ? Mono.just(new Verdict.NotLookedAt())
                    : Mono.fromCallable(() -> check(compact, address))
                            .subscribeOn(Schedulers.boundedElastic());
        }
        return Mono.just(
                known.expiresAt().isAfter(clock.instant())
                        ? new Verdict.Valid(known)
                        : new Verdict.Invalid());
    }

    private Verdict check(String compact, String address) {
        try {
            var claims = processor.process(compact, null);
            var token =
                    new AccessToken(
                            claims.getSubject(),
                            claims.getStringClaim("sid"),
                            claims.getExpirationTime().toInstant());
            verified.put(compact, token);
            return new Verdict.Valid(token);
        } catch (ParseException | BadJOSEException _) {
            bad.count(address);
            return new Verdict.Invalid();
        } catch (RateLimitReachedException unknownKey) { // Asked for the keys a moment ago.
            bad.count(address);
            LOG.debug("A token names a key that is not there", unknownKey);
            return new Verdict.Undecided();
        } catch (JOSEException away) {
            LOG.warn("The keys of identity-service cannot be read", away);
            return new Verdict.Undecided();
        }
    }

    private static JWKSource<SecurityContext> keys(TokenProperties properties)
            throws MalformedURLException {
        var http = new DefaultResourceRetriever(TIME_OUT_MILLIS, TIME_OUT_MILLIS);
        return JWKSourceBuilder.create(properties.jwksUri().toURL(), http)
                .cache(KEYS_LIVE_MILLIS, TIME_OUT_MILLIS)
                .outageTolerant(KEYS_OUTLIVE_AN_OUTAGE_MILLIS)
                .retrying(true)
                .build();
    }
}
