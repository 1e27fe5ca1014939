package guildhall.identity.key.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import guildhall.identity.key.AccessClaims;
import guildhall.identity.key.AccessTokens;
import guildhall.runtime.id.Ids;
import guildhall.runtime.security.SecuritySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** JWTs as every service reads them. */
@Component
class SignedAccessTokens implements AccessTokens {
    private final KeyRing keys;
    private final KeyProperties properties;
    private final SecuritySettings settings;
    private final Clock clock;

    SignedAccessTokens(
            KeyRing keys, KeyProperties properties, SecuritySettings settings, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration life() {
        return properties.accessTokenLife();
    }

    @Override
    public String sign(AccessClaims claims) {
        var key = keys.signer();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build();
        var token = new SignedJWT(header, body(claims));
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of ours does not sign", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet body(AccessClaims claims) {
        var now = clock.instant();
        var body =
                new JWTClaimsSet.Builder()
                        .issuer(settings.issuer())
                        .subject(claims.user().toString())
                        .claim("sid", claims.session().toString())
                        .claim("roles", claims.roles().stream().sorted().toList())
                        .claim("email_verified", claims.emailVerified())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life())))
                        .jwtID(Ids.next().toString());
        var party = claims.actingFor();
        if (party != null) {
            body.claim("party", Map.of("type", party.type().name(), "id", party.id().toString()));
        }
        return body.build();
    }
}
