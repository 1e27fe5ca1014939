package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    @Test
    void mintsAClientWhoActsForABusiness() throws Exception {
        var caller = TestCaller.client();

        var claims = verify(TestTokens.mint(caller));

        assertThat(claims.getSubject()).isEqualTo(caller.user().toString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(caller.session().toString());
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("CLIENT"));
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getJSONObjectClaim("party"))
                .isEqualTo(Map.of("type", "BUSINESS", "id", caller.party().id().toString()));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void mintsStaffWhoActForNobody() throws Exception {
        var caller = TestCaller.staff("FINANCE_OPS", "ADMIN");

        var claims = verify(TestTokens.staff(caller.user(), "FINANCE_OPS", "ADMIN"));

        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("ADMIN", "FINANCE_OPS"));
        assertThat(claims.getClaim("party")).isNull();
    }

    @Test
    void mintsTokensThatAVerifierMustRefuse() {
        var caller = TestCaller.talent();

        assertRefused(TestTokens.expired(caller));
        assertRefused(TestTokens.fromAnotherIssuer(caller));
        assertRefused(TestTokens.withForgedSignature(caller));
        assertRefused(TestTokens.tampered(caller));
    }

    private static void assertRefused(String token) {
        assertThatThrownBy(() -> verify(token)).isInstanceOf(BadJOSEException.class);
    }

    /** As a resource server does it, with the key fetched over HTTP. */
    private static JWTClaimsSet verify(String token) throws Exception {
        var keys =
                JWKSourceBuilder.<SecurityContext>create(URI.create(TestTokens.jwksUri()).toURL())
                        .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        new JWTClaimsSet.Builder().issuer(TestTokens.ISSUER).build(),
                        Set.of("sub", "sid", "exp", "iat", "jti")));
        return processor.process(token, null);
    }
}
