package guildhall.identity;

import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import guildhall.testkit.openapi.Kind;
import guildhall.testkit.openapi.OpenApiProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
    @Autowired People people;

    @Test
    void answersEveryBadRequestWithTheRightProblem() {
        var session = people.signIn(people.someone("CLIENT")).text("sessionId");
        var owner = people.api().as(TestCaller.client().token());
        var business = owner.post("/v1/businesses", "{'name':'Byron Ltd'}").text("id");
        var talent = owner.post("/v1/talents", "{'displayName':'Grace'}").text("id");

        OpenApiProbe.at("http://localhost:" + port)
                .as(TestCaller.client())
                .foreign("/v1/sessions/{id}", session)
                .foreign("/v1/businesses/{id}", business)
                .foreign("/v1/talents/{id}", talent)
                .only("POST /v1/verifications", Kind.CLIENT, Kind.TALENT)
                .only("GET /v1/me/verification", Kind.CLIENT, Kind.TALENT)
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
