package guildhall.identity.key.adapter;

import guildhall.runtime.security.PublicEndpoints;
import guildhall.runtime.security.SecuritySettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** This service reads its own tokens without asking itself over HTTP for the keys. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {
    @Bean
    JwtDecoder ownTokenDecoder(KeyRing keys, SecuritySettings settings, Clock clock) {
        var decoder =
                NimbusJwtDecoder.withJwkSource((wanted, _) -> wanted.select(keys.published()))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        var time = new JwtTimestampValidator(settings.clockSkew());
        time.setClock(clock);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        time, new JwtIssuerValidator(settings.issuer())));
        return decoder;
    }

    @Bean
    PublicEndpoints keyEndpoints() {
        return PublicEndpoints.none().get("/.well-known/jwks.json");
    }
}
