package guildhall.runtime.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers tokens whose signature was found good, because verifying one costs more than most
 * requests do. The claims, and with them the expiry, are looked at every time. A token is forgotten
 * when the keys are fetched anew, so that a key that was withdrawn stops counting within that time.
 */
final class VerifiedTokens implements JwtDecoder {
    private static final int MAX_TOKENS = 5_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> rules;
    private final Cache<String, Jwt> verified;

    /**
     * @param decoder verifies the signature and applies the rules
     * @param memory how long a verification counts
     */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> rules, Duration memory) {
        this.decoder = decoder;
        this.rules = rules;
        this.verified =
                Caffeine.newBuilder().maximumSize(MAX_TOKENS).expireAfterWrite(memory).build();
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known == null) {
            var fresh = decoder.decode(token);
            verified.put(token, fresh);
            return fresh;
        }
        var result = rules.validate(known);
        if (result.hasErrors()) {
            verified.invalidate(token);
            throw new JwtValidationException("The token is no longer valid", result.getErrors());
        }
        return known;
    }
}
