package guildhall.review.review.adapter;

import static guildhall.review.review.ReviewSamples.ADA;
import static guildhall.review.review.ReviewSamples.BAKERY;
import static guildhall.review.review.ReviewSamples.NOON;
import static guildhall.review.review.ReviewSamples.OF_ADA;
import static guildhall.review.review.ReviewSamples.ofAda;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.review.Review.Known;
import guildhall.review.review.Review.Published;
import guildhall.review.review.Review.Sealed;
import guildhall.review.review.ReviewCommand;
import guildhall.review.review.ReviewEvent;
import guildhall.review.review.ReviewRejection;
import guildhall.review.review.ReviewRejection.*;
import guildhall.review.review.Reviews;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(controllers = ReviewController.class, properties = "LOG_FORMAT=")
@Import({PublicReviewEndpoints.class, ReviewControllerTest.StubReviews.class})
class ReviewControllerTest {
    static final String PATH = "/v1/reviews/" + OF_ADA;
    static final TestCaller AUTHOR = TestCaller.client(BAKERY.user(), BAKERY.party().id());
    static final TestCaller SUBJECT = TestCaller.talent(ADA.user(), ADA.party().id());

    @Autowired MockMvcTester http;
    @Autowired StubReviews reviews;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @BeforeEach
    void published() {
        reviews.review = new Published(ofAda(), NOON);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void answersEachRejectionWithItsProblem(ReviewRejection rejection, int status, String code) {
        reviews.answer = reject(rejection);

        var response =
                http.post()
                        .uri(PATH + "/response")
                        .header("Authorization", SUBJECT.bearer())
                        .contentType(APPLICATION_JSON)
                        .content("{\"text\": \"Thanks\"}")
                        .exchange();

        isProblem(response, status, code);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new UnknownReview(), 404, "review/unknown-review"),
                Arguments.of(new NotTheSubject(), 403, "review/not-the-subject"),
                Arguments.of(new AlreadyResponded(), 409, "review/already-responded"),
                Arguments.of(new TooLateToRespond(), 409, "review/too-late-to-respond"));
    }

    @Test
    void showsASealedReviewToItsAuthorOnly() {
        reviews.review = new Sealed(ofAda());

        assertThat(read(AUTHOR)).hasStatusOk().hasHeader("ETag", "\"1\"");
        isProblem(read(SUBJECT), 404, "review/unknown-review");
        isProblem(read(TestCaller.staff("ADMIN", "SUPERADMIN")), 404, "review/unknown-review");
        isProblem(http.get().uri(PATH).exchange(), 404, "review/unknown-review");
    }

    @Test
    void keepsPrivateFeedbackFromEverybodyButItsAuthor() {
        assertThat(read(AUTHOR))
                .bodyJson()
                .extractingPath("$.privateFeedback")
                .isEqualTo("Hire her.");
        assertThat(read(SUBJECT)).hasStatusOk().bodyText().doesNotContain("Hire her.");
        assertThat(http.get().uri(PATH).exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Hire her.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "TALENT:ada", "ROBOT:0198c0de-0000-7000-8000-000000000001"})
    void namesTheSubjectThatIsNoParty(String subject) {
        var response = http.get().uri("/v1/reviews?subject=" + subject).exchange();

        isProblem(response, 400, "request/invalid");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.errors[0].parameter")
                .isEqualTo("subject");
    }

    private MvcTestResult read(TestCaller caller) {
        return http.get().uri(PATH).header("Authorization", caller.bearer()).exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** One review; every command is refused as the test says. */
    static class StubReviews implements Reviews {
        Known review = new Sealed(ofAda());
        Decision<ReviewEvent, ReviewRejection> answer = reject(new UnknownReview());

        @Override
        public Decision<ReviewEvent, ReviewRejection> handle(ReviewCommand command) {
            return answer;
        }

        @Override
        public Optional<Known> find(ReviewId id) {
            return Optional.of(review);
        }

        @Override
        public List<Known> about(Party subject, Place before, int limit) {
            return List.of();
        }
    }
}
