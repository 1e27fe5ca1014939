package guildhall.contract.milestone.adapter;

import static guildhall.contract.agreement.SampleContracts.CLIENT;
import static guildhall.contract.agreement.SampleContracts.CONTRACT;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.ESCROW;
import static guildhall.contract.milestone.SampleMilestones.SKETCHES;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.StubContracts;
import guildhall.contract.milestone.Escrows;
import guildhall.contract.milestone.Milestone.Approved;
import guildhall.contract.milestone.Milestone.AwaitingFunding;
import guildhall.contract.milestone.Milestone.Held;
import guildhall.contract.milestone.MilestoneRejection;
import guildhall.contract.milestone.MilestoneRejection.*;
import guildhall.contract.milestone.PartialRelease;
import guildhall.contract.milestone.Releases;
import guildhall.contract.milestone.StubMilestones;
import guildhall.messages.id.MilestoneId;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(
        controllers = {MilestoneController.class, WorkController.class, FundingController.class},
        properties = "LOG_FORMAT=")
@EnableConfigurationProperties(MilestoneSettings.class)
@Import({MilestoneDesk.class, MilestoneConfiguration.class, MilestoneProblemsTest.Stubs.class})
class MilestoneProblemsTest {
    static final TestCaller ANNA = TestCaller.client(CLIENT.user(), CLIENT.party().id());
    static final String PATH = "/v1/milestones/" + SKETCHES;

    @Autowired MockMvcTester http;
    @Autowired StubMilestones milestones;
    @Autowired StubContracts contracts;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @BeforeEach
    void nothingIsRefused() {
        milestones.refusal = Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void answersEachRejectionWithItsProblem(MilestoneRejection rejection, int status, String code) {
        milestones.refusal = Optional.of(rejection);

        var response = approve(ANNA, PATH);

        isProblem(response, status, code);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new UnknownContract(), 404, "contract/unknown-contract"),
                Arguments.of(new UnknownMilestone(), 404, "contract/unknown-milestone"),
                Arguments.of(
                        new ReservedFor(ContractRole.CLIENT),
                        403,
                        "contract/reserved-for-the-other-side"),
                Arguments.of(new ContractNotActive(), 409, "contract/not-active"),
                Arguments.of(new ExceedsContract(usd(5)), 422, "contract/exceeds-contract"),
                Arguments.of(new MilestonesUsedUp(100), 422, "contract/milestones-used-up"),
                Arguments.of(new InvalidAmount("USD"), 422, "contract/invalid-amount"),
                Arguments.of(new AmountFixed(), 409, "contract/amount-fixed"),
                Arguments.of(new NoLongerEditable(), 409, "contract/no-longer-editable"),
                Arguments.of(new AlreadyFunded(), 409, "contract/already-funded"),
                Arguments.of(new FundedByAnotherEscrow(ESCROW), 409, "contract/funding-mismatch"),
                Arguments.of(new FundingNotRequested(), 409, "contract/funding-mismatch"),
                Arguments.of(new FundingExpired(NOON), 409, "contract/funding-expired"),
                Arguments.of(new NotFunded(), 409, "contract/milestone-not-funded"),
                Arguments.of(new AlreadySubmitted(), 409, "contract/already-submitted"),
                Arguments.of(new NothingSubmitted(), 409, "contract/nothing-submitted"),
                Arguments.of(new RevisionsUsedUp(2), 422, "contract/revisions-used-up"),
                Arguments.of(new WorkNotStarted(), 409, "contract/work-not-started"),
                Arguments.of(
                        new NotLessThanTheRest(usd(5)), 422, "contract/not-less-than-the-rest"),
                Arguments.of(
                        new PartialReleasesUsedUp(50), 422, "contract/partial-releases-used-up"),
                Arguments.of(new AlreadyApproved(), 409, "contract/already-approved"),
                Arguments.of(new NotApproved(), 409, "contract/not-approved"),
                Arguments.of(new WorkUnderWay(), 409, "contract/work-under-way"),
                Arguments.of(new AlreadyCancelled(), 409, "contract/milestone-cancelled"),
                Arguments.of(new NotCancelled(), 409, "contract/milestone-not-cancelled"));
    }

    @Test
    void knowsEveryRejection() {
        assertThat(problems().map(arguments -> arguments.get()[0].getClass()).distinct())
                .hasSameSizeAs(MilestoneRejection.class.getPermittedSubclasses());
    }

    @Test
    void hidesAMilestoneFromEverybodyElse() {
        var unknown = "/v1/milestones/" + new MilestoneId(CONTRACT.value());

        isProblem(approve(TestCaller.client(), PATH), 404, "contract/unknown-milestone");
        isProblem(approve(TestCaller.staff("ADMIN"), PATH), 404, "contract/unknown-milestone");
        isProblem(approve(ANNA, unknown), 404, "contract/unknown-milestone");
    }

    @Test
    void answersWithWhatMayBeDoneNextAndTheVersion() {
        var response = http.get().uri(PATH).header("Authorization", ANNA.bearer()).exchange();

        assertThat(response).hasStatusOk().hasHeader("ETag", "\"5\"");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.actions")
                .isEqualTo(List.of("REQUEST_REVISION", "RELEASE_PART", "APPROVE"));
    }

    @Test
    void refusesAnEditWithoutTheVersionOrWithAStaleOne() {
        isProblem(edit(Optional.empty()), 428, "request/if-match-required");
        isProblem(edit(Optional.of("\"4\"")), 412, "request/stale");
        assertThat(edit(Optional.of("\"5\""))).hasStatusOk();
    }

    @Test
    void refusesTextThatIsOnlyMarkup() {
        var response =
                http.post()
                        .uri(PATH + "/submissions")
                        .header("Authorization", ANNA.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"notes\": \"<b></b>\"}")
                        .exchange();

        assertThat(response).hasStatus(400);
        assertThat(response).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/notes");
    }

    @Test
    void refusesACursorOfAnotherList() {
        var response =
                http.get()
                        .uri(PATH + "/submissions?after=yesterday")
                        .header("Authorization", ANNA.bearer())
                        .exchange();

        assertThat(response).hasStatus(400);
        assertThat(response).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("after");
    }

    private MvcTestResult edit(Optional<String> ifMatch) {
        var request =
                http.patch()
                        .uri(PATH)
                        .header("Authorization", ANNA.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"New\"}");
        ifMatch.ifPresent(tag -> request.header("If-Match", tag));
        return request.exchange();
    }

    private MvcTestResult approve(TestCaller caller, String path) {
        return http.post()
                .uri(path + "/approval")
                .header("Authorization", caller.bearer())
                .exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    @TestConfiguration
    static class Stubs {
        @Bean
        StubContracts contracts() {
            return new StubContracts();
        }

        @Bean
        StubMilestones milestones() {
            return new StubMilestones();
        }

        @Bean
        Releases releases() {
            return new Releases() {
                @Override
                public void release(Approved milestone) {}

                @Override
                public void release(Held milestone, PartialRelease part) {}
            };
        }

        @Bean
        Escrows escrows() {
            return new Escrows() {
                @Override
                public void order(AwaitingFunding milestone, Agreement agreement, Instant at) {}

                @Override
                public void close(MilestoneId milestone, CancellationReason reason, Instant at) {}
            };
        }
    }
}
