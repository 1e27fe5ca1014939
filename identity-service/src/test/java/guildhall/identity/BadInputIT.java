package guildhall.identity;

import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import guildhall.testkit.openapi.OpenApiProbe;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@WholeService
@Import(BadInputIT.ProbedTokens.class)
class BadInputIT {
    @LocalServerPort int port;

    @Test
    void answersEveryBadRequestWithTheRightProblem() {
        OpenApiProbe.at("http://localhost:" + port)
                .as(TestCaller.client())
                .as("/v1/users/{id}", TestCaller.staff("SUPERADMIN"))
                .staffOnly("/v1/users/{id}")
                .run()
                .assertClean();
    }

    /** The probe brings tokens of its own, which the real keys know nothing of. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ProbedTokens {
        @Bean
        @Primary
        JwtDecoder probedTokens() {
            var decoder =
                    NimbusJwtDecoder.withJwkSetUri(TestTokens.jwksUri())
                            .jwsAlgorithm(SignatureAlgorithm.ES256)
                            .build();
            decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(TestTokens.ISSUER));
            return decoder;
        }
    }
}
