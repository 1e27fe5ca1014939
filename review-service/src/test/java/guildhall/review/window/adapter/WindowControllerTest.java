package guildhall.review.window.adapter;

import static guildhall.review.review.ReviewSamples.CONTRACT;
import static guildhall.review.review.ReviewSamples.OF_ADA;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.review.Criterion;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.review.window.WindowCommand;
import guildhall.review.window.WindowEvent;
import guildhall.review.window.WindowRejection;
import guildhall.review.window.WindowRejection.*;
import guildhall.review.window.Windows;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(controllers = WindowController.class, properties = "LOG_FORMAT=")
@Import(WindowControllerTest.StubWindows.class)
class WindowControllerTest {
    static final TestCaller TALENT = TestCaller.talent();

    @Autowired MockMvcTester http;
    @Autowired StubWindows windows;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void answersEachRejectionWithItsProblem(WindowRejection rejection, int status, String code) {
        windows.answer = reject(rejection);

        isProblem(submit(TALENT, "{\"clarity\": 5}"), status, code);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new UnknownWindow(), 404, "review/no-completed-contract"),
                Arguments.of(new UnknownReview(), 404, "review/unknown-review"),
                Arguments.of(new WindowEnded(), 409, "review/window-ended"),
                Arguments.of(new AlreadyReviewed(), 409, "review/already-reviewed"),
                Arguments.of(new AlreadyRevealed(), 409, "review/already-published"),
                Arguments.of(new UnfitCriterion(Criterion.CLARITY), 422, "review/unfit-criterion"));
    }

    @Test
    void isForPartiesOnly() {
        isProblem(submit(TestCaller.staff("ADMIN"), "{}"), 403, "review/parties-only");
    }

    @Test
    void namesTheCriteriaWhenOneDoesNotExist() {
        var response = submit(TALENT, "{\"charm\": 5}");

        isProblem(response, 400, "request/invalid");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/criteria");
    }

    @Test
    void rewritesOnlyWhatWasReadBefore() {
        var response =
                http.put()
                        .uri("/v1/reviews/" + OF_ADA)
                        .header("Authorization", TALENT.bearer())
                        .contentType(APPLICATION_JSON)
                        .content("{\"rating\": 4}")
                        .exchange();

        isProblem(response, 428, "request/if-match-required");
    }

    private MvcTestResult submit(TestCaller caller, String criteria) {
        return http.post()
                .uri("/v1/reviews")
                .header("Authorization", caller.bearer())
                .contentType(APPLICATION_JSON)
                .content(
                        "{\"contractId\": \"%s\", \"rating\": 5, \"criteria\": %s}"
                                .formatted(CONTRACT, criteria))
                .exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** No windows; every command is refused as the test says. */
    static class StubWindows implements Windows {
        Decision<WindowEvent, WindowRejection> answer = reject(new UnknownWindow());

        @Override
        public Decision<WindowEvent, WindowRejection> handle(
                WindowCommand command, LongPredicate seen) {
            return answer;
        }

        @Override
        public Optional<ContractId> contractOf(ReviewId review) {
            return Optional.of(CONTRACT);
        }

        @Override
        public List<Known> of(Party party, Place before, int limit) {
            return List.of();
        }
    }
}
