package guildhall.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.testkit.TestCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A service that was started while identity-service is away. */
@WebMvcTest(
        properties = {
            "spring.application.name=trial-service",
            "spring.config.import=classpath:guildhall-runtime.yml",
            "JWKS_URI=http://localhost:1/keys",
            "LOG_FORMAT="
        })
class KeyOutageTest {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Lonely {}

    @Autowired private MockMvcTester http;

    @Test
    void asksToComeBackInsteadOfRefusingTheToken() {
        var answer =
                http.get()
                        .uri("/v1/anything")
                        .header("Authorization", TestCaller.client().bearer())
                        .exchange();

        assertThat(answer)
                .hasStatus(503)
                .hasContentType("application/problem+json")
                .hasHeader("Retry-After", "2")
                .bodyText()
                .contains("request/try-again");
    }
}
