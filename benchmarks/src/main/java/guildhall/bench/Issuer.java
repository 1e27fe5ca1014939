package guildhall.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Plays identity-service for a gateway that is measured without it. */
final class Issuer {
    static final String NAME = "https://bench.guildhall.example";

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final ECKey key;

    Issuer() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("bench").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK cannot make an ES256 key", e);
        }
    }

    /** The JSON that identity-service answers with at {@code /.well-known/jwks.json}. */
    String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A compact access token of a new user. */
    String token() {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(NAME)
                        .subject(UUID.randomUUID().toString())
                        .claim("sid", UUID.randomUUID().toString())
                        .expirationTime(Date.from(Instant.now().plus(LIFETIME)))
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }
}
