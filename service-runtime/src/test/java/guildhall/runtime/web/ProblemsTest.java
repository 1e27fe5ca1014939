package guildhall.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.TEXT_PLAIN;

import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(
        controllers = TrialController.class,
        properties = {
            "spring.application.name=trial-service",
            "spring.config.import=classpath:guildhall-runtime.yml",
            "LOG_FORMAT="
        })
class ProblemsTest {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(TrialController.class)
    static class Trials {}

    private static final String VALID =
            """
            {"title": "ok", "count": 1, "colour": "RED", "dueAt": "2026-01-31T09:30:00Z",
             "lines": [{"name": "one", "price": {"amount": 5, "currency": "USD"}}]}\
            """;

    @Autowired private MockMvcTester http;
    private final String bearer = TestCaller.client().bearer();

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @Test
    void acceptsAValidBody() {
        var answer = post(VALID);

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo(VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"count\": 1' | '\"count\": 1, \"colr\": 2' | /colr | is not a known field",
                "'\"count\": 1' | '\"count\": \"1\"' | /count | must be a whole number of at most 32 bits",
                "'\"count\": 1' | '\"count\": 1.5' | /count | must be a whole number of at most 32 bits",
                "'\"count\": 1' | '\"count\": 99999999999' | /count | must be a whole number of at most 32 bits",
                "'\"ok\"' | 5 | /title | must be a string",
                "'\"ok\"' | '\"a\\u0000\"' | /title | must not contain U+0000 or half of a character",
                "'\"ok\"' | '\"a\\ud83d\"' | /title | must not contain U+0000 or half of a character",
                "'\"ok\"' | '\"  \"' | /title | must not be blank",
                "'\"ok\"' | '\"12345678901\"' | /title | size must be between 0 and 10",
                "'\"RED\"' | '\"BLUE\"' | /colour | 'must be one of RED, GREEN'",
                "'\"2026-01-31T09:30:00Z\"' | '\"today\"' | /dueAt | must be an instant such as 2026-01-31T09:30:00Z",
                "'\"one\"' | '\"longer\"' | /lines/0/name | size must be between 0 and 5",
                "'{\"amount\": 5, \"currency\": \"USD\"}' | null | /lines/0/price | must not be null",
                "'{\"amount\": 5, \"currency\": \"USD\"}' | 5 | /lines/0/price | must be an object with valid fields",
                "'\"USD\"' | '\"DOUBLOON\"' | /lines/0/price/currency | must be an ISO 4217 currency code such as USD",
                "', \"currency\": \"USD\"' | '' | /lines/0/price/currency | is required",
                "'\"amount\": 5, ' | '' | /lines/0/price/amount | is required",
                "'\"amount\": 5' | '\"amount\": -5' | /lines/0/price/amount | must not be negative",
                "'\"amount\": 5' | '\"amount\": 5.5' | /lines/0/price/amount | must be a whole number of minor units",
                "'\"amount\": 5' | '\"amount\": 99999999999999999999' | /lines/0/price/amount | is too large",
                "'\"amount\": 5' | '\"amount\": 5, \"cents\": 1' | /lines/0/price/cents | is not a known field",
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String pointer, String detail) {
        var answer = post(VALID.replace(right, wrong));

        isProblem(answer, 400, "request/invalid", "Invalid");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .containsExactly(Map.of("pointer", pointer, "detail", detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'{\"title\": '", "'nonsense'", "'[]'", "'{} {}'", "'{\"a\":1,\"a\":2}'"})
    void refusesMalformedJson(String body) {
        isProblem(post(body), 400, "request/invalid", "Invalid");
    }

    @Test
    void refusesAMissingBody() {
        var answer = http.post().uri("/v1/trials").header("Authorization", bearer).exchange();

        isProblem(answer, 400, "request/invalid", "Invalid");
    }

    @Test
    void namesThePathVariableThatIsNoId() {
        var answer = get("/v1/trials/seven");

        isProblem(answer, 400, "request/invalid", "Invalid");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .containsExactly(Map.of("parameter", "id", "detail", "must be a UUID"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/trials/counted?count=x | count | must be a whole number of at most 32 bits",
                "/v1/trials/counted?count=6 | count | must be less than or equal to 5",
                "/v1/trials/counted | count | is required",
                "/v1/trials?limit=0 | limit | must be a number from 1 to 100",
                "/v1/trials?limit=101 | limit | must be a number from 1 to 100",
                "/v1/trials?limit=many | limit | must be a number from 1 to 100",
                "/v1/trials?after=a\0b | after | must not contain U+0000 or half of a character",
                "/v1/trials/since?at=yesterday | at | must be an instant such as 2026-01-31T09:30:00Z",
                "/v1/trials/since?at=+10000-01-01T00:00:00Z | at | must be an instant such as 2026-01-31T09:30:00Z",
                "/v1/trials/tagged?tag=longer | tag | size must be between 0 and 5",
                "/v1/trials?after= | after | must be the next of an earlier page of this list",
            })
    void namesTheParameterThatIsWrong(String uri, String parameter, String detail) {
        var answer =
                http.get()
                        .uri(uri)
                        .header("Authorization", bearer)
                        .header("X-Needed", "here")
                        .exchange();

        isProblem(answer, 400, "request/invalid", "Invalid");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .containsExactly(Map.of("parameter", parameter, "detail", detail));
    }

    @Test
    void namesTheHeaderThatIsMissing() {
        var answer = get("/v1/trials/counted?count=1");

        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("X-Needed");
    }

    @Test
    void knowsNoOtherAddress() {
        isProblem(get("/v1/elsewhere"), 404, "request/unknown-resource", "Unknown resource");
    }

    @Test
    void refusesAnotherMethod() {
        var answer = http.delete().uri("/v1/trials").header("Authorization", bearer).exchange();

        isProblem(answer, 405, "request/method-not-allowed", "Method not allowed");
        assertThat(answer).containsHeader("Allow");
    }

    @Test
    void refusesAnotherMediaType() {
        var answer =
                http.post()
                        .uri("/v1/trials")
                        .header("Authorization", bearer)
                        .contentType(TEXT_PLAIN)
                        .content("hello")
                        .exchange();

        isProblem(answer, 415, "request/unsupported-media-type", "Unsupported media type");
    }

    @Test
    void saysInJsonThatItSpeaksOnlyJson() {
        var answer =
                http.get()
                        .uri("/v1/trials")
                        .header("Authorization", bearer)
                        .header("Accept", "image/png")
                        .exchange();

        isProblem(answer, 406, "request/not-acceptable", "Not acceptable");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answer = post("\"" + "x".repeat(1024 * 1024) + "\"");

        isProblem(answer, 413, "request/body-too-large", "Body too large");
    }

    @Test
    void wantsToKnowWhichVersionIsChanged() {
        isProblem(change(null), 428, "request/if-match-required", "If match required");
        isProblem(change("\"6\""), 412, "request/stale", "Stale");
        isProblem(change("seven"), 400, "request/invalid", "Invalid");
        assertThat(change("\"7\"")).hasStatus(204).hasHeader(HttpHeaders.ETAG, "\"8\"");
        assertThat(change("*")).hasStatus(204);
    }

    @Test
    void tellsALostRaceFromAStaleVersion() {
        var uri = "/v1/trials/" + UUID.randomUUID() + "/race";
        var blind = http.put().uri(uri).header("Authorization", bearer).exchange();
        var versioned =
                http.put()
                        .uri(uri)
                        .header("Authorization", bearer)
                        .header("If-Match", "\"1\"")
                        .exchange();

        isProblem(blind, 409, "request/concurrent-change", "Concurrent change");
        isProblem(versioned, 412, "request/stale", "Stale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "cut-off"})
    void asksToComeBackWhenTheStoreIsBusyOrGoneInTheMiddle(String how) {
        var answer = get("/v1/trials/" + how);

        isProblem(answer, 503, "request/try-again", "Try again");
        assertThat(answer).hasHeader("Retry-After", "1");
    }

    @Test
    void tellsNothingAboutABug() {
        var answer = get("/v1/trials/broken");

        isProblem(answer, 500, "request/unexpected", "Unexpected");
        assertThat(answer).bodyJson().extractingPath("$.traceId").asString().isNotEmpty();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).header("Authorization", bearer).exchange();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/v1/trials")
                .header("Authorization", bearer)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult change(@Nullable String ifMatch) {
        var request =
                http.put().uri("/v1/trials/" + UUID.randomUUID()).header("Authorization", bearer);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).exchange();
    }

    private static void isProblem(MvcTestResult answer, int status, String code, String title) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType("application/problem+json")
                .bodyText()
                .doesNotContain("secret");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo(Problems.BASE.resolve(code).toString());
        assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo(title);
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
    }
}
