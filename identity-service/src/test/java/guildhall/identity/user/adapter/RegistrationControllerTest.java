package guildhall.identity.user.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.secret.ClearSecrets;
import guildhall.identity.secret.EvenPace;
import guildhall.identity.secret.Secrets;
import guildhall.identity.user.Account;
import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.Newcomers;
import guildhall.identity.user.Passwords;
import guildhall.identity.user.User;
import guildhall.identity.user.UserCommand;
import guildhall.identity.user.UserCommand.RegisterUser;
import guildhall.identity.user.UserEvent;
import guildhall.identity.user.UserRejection;
import guildhall.identity.user.UserRejection.TokenNotValid;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(RegistrationController.class)
@Import({UserConfiguration.class, Registrations.class, Verifications.class, MailedTokens.class})
@EnableConfigurationProperties(UserProperties.class)
class RegistrationControllerTest {
    private static final String PROBLEMS = "https://api.guildhall.example/problems/";

    @Autowired MockMvcTester http;

    @Test
    void acceptsARegistrationWithoutSayingMore() {
        var response = post("/v1/users", registration("seven quiet otters", "Ada"));

        assertThat(response).hasStatus(202);
        assertThat(response).bodyJson().extractingPath("$.detail").asString().contains("mail");
    }

    @Test
    void refusesAGuessablePasswordAsAProblem() {
        var response = post("/v1/users", registration("guess me please", "Ada"));

        assertProblem(response, 422, "identity/password-too-guessable");
    }

    @Test
    void refusesATokenThatIsNotValidAsAProblem() {
        var response = post("/v1/email-verifications", "{\"token\":\"unknown\"}");

        assertProblem(response, 422, "identity/token-not-valid");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var response =
                post(
                        "/v1/users",
                        "{\"email\":\"nobody\",\"password\":\"short\",\"displayName\":\"\"}");

        assertProblem(response, 400, "request/invalid");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .contains("/email", "/password", "/displayName", "/role");
    }

    @Test
    void refusesANameThatIsNothingButMarkup() {
        var response = post("/v1/users", registration("seven quiet otters", "<i></i>"));

        assertProblem(response, 400, "request/invalid");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/displayName");
    }

    private static String registration(String password, String name) {
        return """
        {"email": "ada@example.com", "password": "%s", "displayName": "%s", "role": "CLIENT"}
        """
                .formatted(password, name);
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response).bodyJson().extractingPath("$.type").isEqualTo(PROBLEMS + code);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Stubs {
        @Bean
        Users users() {
            return new NobodyYet();
        }

        @Bean
        Passwords passwords() {
            return new Guessable();
        }

        @Bean
        Newcomers newcomers() {
            return (Account _) -> {};
        }

        @Bean
        EvenPace pace() {
            return () -> () -> {};
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Secrets secrets() {
            return new ClearSecrets();
        }
    }

    /** Accepts registrations, knows no token. */
    private static final class NobodyYet implements Users {
        @Override
        public Decision<UserEvent, UserRejection> handle(UserCommand command) {
            return command instanceof RegisterUser
                    ? Decision.accept()
                    : Decision.reject(new TokenNotValid());
        }

        @Override
        public Decision<UserEvent, UserRejection> handle(UserCommand command, long version) {
            return handle(command);
        }

        @Override
        public Optional<Versioned> find(UserId id) {
            return Optional.empty();
        }

        @Override
        public Optional<User.Known> findVerified(EmailAddress email) {
            return Optional.empty();
        }

        @Override
        public Optional<User.Pending> findClaim(EmailAddress email) {
            return Optional.empty();
        }

        @Override
        public Optional<UserId> findByVerification(String tokenHash) {
            return Optional.empty();
        }

        @Override
        public Optional<UserId> findByReset(String tokenHash) {
            return Optional.empty();
        }

        @Override
        public void forgetOldClaims(Instant now) {}
    }

    private static final class Guessable implements Passwords {
        @Override
        public boolean isGuessable(String password, EmailAddress email) {
            return password.startsWith("guess");
        }

        @Override
        public String hash(String password) {
            return "hash";
        }

        @Override
        public Match match(String password, String hash) {
            return Match.NO;
        }

        @Override
        public void matchNothing(String password) {}
    }
}
