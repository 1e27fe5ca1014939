package guildhall.job.posting.adapter;

import static guildhall.job.posting.JobSamples.BAKERY;
import static guildhall.job.posting.JobSamples.LOGO;
import static guildhall.job.posting.JobSamples.NOON;
import static guildhall.job.posting.JobSamples.open;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.job.posting.Job;
import guildhall.job.posting.JobCommand;
import guildhall.job.posting.JobEvent;
import guildhall.job.posting.JobRejection;
import guildhall.job.posting.JobRejection.*;
import guildhall.job.posting.JobStatus;
import guildhall.job.posting.Jobs;
import guildhall.job.posting.StoredJob;
import guildhall.job.posting.Tally;
import guildhall.messages.id.JobId;
import guildhall.messages.party.Party;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(controllers = JobController.class, properties = "LOG_FORMAT=")
@EnableConfigurationProperties(PostingProperties.class)
@Import({PublicJobEndpoints.class, JobControllerTest.StubJobs.class})
class JobControllerTest {
    static final TestCaller OWNER = TestCaller.client(BAKERY.user(), BAKERY.party().id());
    static final String PATH = "/v1/jobs/" + LOGO;

    @Autowired MockMvcTester http;
    @Autowired StubJobs jobs;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void answersEachRejectionWithItsProblem(JobRejection rejection, int status, String code) {
        jobs.answer = reject(rejection);

        var response = post(PATH + "/publication", OWNER);

        isProblem(response, status, code);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new UnknownJob(), 404, "job/unknown-job"),
                Arguments.of(new NotYourJob(), 403, "job/not-your-job"),
                Arguments.of(new EmailNotVerified(), 403, "job/email-not-verified"),
                Arguments.of(new JobExists(), 409, "job/job-exists"),
                Arguments.of(new UnsoundBudget(), 422, "job/unsound-budget"),
                Arguments.of(new DeadlinePassed(), 422, "job/deadline-passed"),
                Arguments.of(new MoneyTermsLocked(), 409, "job/money-terms-locked"),
                Arguments.of(
                        new FewerPlacesThanProposals(2), 409, "job/fewer-places-than-proposals"),
                Arguments.of(new JobFull(), 409, "job/job-full"),
                Arguments.of(new WrongStatus(JobStatus.DRAFT), 409, "job/wrong-status"),
                Arguments.of(new SeatTaken(), 409, "job/seat-taken"),
                Arguments.of(new HireUnderWay(), 409, "job/hire-under-way"));
    }

    @Test
    void isForClientsOnly() {
        isProblem(post(PATH + "/publication", TestCaller.talent()), 403, "job/clients-only");
        isProblem(post(PATH + "/publication", TestCaller.staff("ADMIN")), 403, "job/clients-only");
    }

    @Test
    void refusesACursorThatNoListMade() {
        var response =
                http.get()
                        .uri("/v1/jobs/mine?after=nonsense")
                        .header("Authorization", OWNER.bearer())
                        .exchange();

        isProblem(response, 400, "request/invalid");
    }

    @Test
    void showsAnOpenJobToAnybodyAndItsVersionAsEntityTag() {
        var response = http.get().uri(PATH).exchange();

        assertThat(response).hasStatusOk().hasHeader("ETag", "\"3\"");
        assertThat(response).bodyJson().extractingPath("$.client.type").isEqualTo("BUSINESS");
        assertThat(response).bodyJson().doesNotHavePath("$.client.user");
    }

    private MvcTestResult post(String path, TestCaller caller) {
        return http.post().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** One open job; every command is answered as the test says. */
    static class StubJobs implements Jobs {
        Decision<JobEvent, JobRejection> answer = accept();

        @Override
        public Decision<JobEvent, JobRejection> handle(JobCommand command, LongPredicate seen) {
            return answer;
        }

        @Override
        public Job lock(JobId id) {
            return open(Tally.NONE);
        }

        @Override
        public Optional<StoredJob> find(JobId id) {
            return Optional.of(new StoredJob(open(Tally.NONE), 3, NOON));
        }

        @Override
        public List<StoredJob> ofClient(Party client, Place before, int limit) {
            return List.of();
        }
    }
}
