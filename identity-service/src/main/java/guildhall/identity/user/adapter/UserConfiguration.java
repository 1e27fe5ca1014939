package guildhall.identity.user.adapter;

import guildhall.identity.user.PasswordRules;
import guildhall.identity.user.UserDecider;
import guildhall.runtime.documents.RelayedCollection;
import guildhall.runtime.security.PublicEndpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The pure parts of this feature, with their settings. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {
    @Bean
    UserDecider userDecider(UserProperties properties) {
        return new UserDecider(properties.loginPolicy());
    }

    @Bean
    PasswordRules passwordRules() {
        var list = new ClassPathResource("common-passwords.txt");
        try {
            return new PasswordRules(
                    list.getContentAsString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    PublicEndpoints registrationEndpoints() {
        return PublicEndpoints.none()
                .post("/v1/users", "/v1/email-verifications", "/v1/email-verifications/requests")
                .post("/v1/password-resets", "/v1/password-resets/confirmations");
    }

    @Bean
    RelayedCollection relayedUsers() {
        return new RelayedCollection(MongoUsers.COLLECTION);
    }
}
