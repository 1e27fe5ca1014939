package guildhall.job.proposal.adapter;

import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.job.proposal.ProposalCommand;
import guildhall.job.proposal.ProposalEvent;
import guildhall.job.proposal.ProposalRejection;
import guildhall.job.proposal.ProposalRejection.*;
import guildhall.job.proposal.ProposalStatus;
import guildhall.job.proposal.ProposalTerms;
import guildhall.job.proposal.Proposals;
import guildhall.job.proposal.Stage;
import guildhall.job.proposal.StoredProposal;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

@WebMvcTest(controllers = ProposalController.class, properties = "LOG_FORMAT=")
@Import(ProposalControllerTest.StubProposals.class)
class ProposalControllerTest {
    static final String PATH = "/v1/proposals/" + new UUID(0, 1);

    @Autowired MockMvcTester http;
    @Autowired StubProposals proposals;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void answersEachRejectionWithItsProblem(ProposalRejection rejection, int status, String code) {
        proposals.answer = reject(rejection);

        isProblem(post(PATH + "/withdrawal", TestCaller.talent()), status, code);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new UnknownProposal(), 404, "job/unknown-proposal"),
                Arguments.of(new UnknownJob(), 404, "job/unknown-job"),
                Arguments.of(new NotYourPart(), 403, "job/not-your-part"),
                Arguments.of(new OwnJob(), 422, "job/own-job"),
                Arguments.of(new BidNotPositive(), 422, "job/bid-not-positive"),
                Arguments.of(new BidInOtherCurrency(), 422, "job/bid-in-other-currency"),
                Arguments.of(new PlanDoesNotAddUp(), 422, "job/plan-does-not-add-up"),
                Arguments.of(new ProposalExists(), 409, "job/proposal-exists"),
                Arguments.of(new AlreadyProposed(), 409, "job/already-proposed"),
                Arguments.of(new JobNotOpen(), 409, "job/job-not-open"),
                Arguments.of(new JobFull(), 409, "job/job-full"),
                Arguments.of(new AlreadyAnswered(), 409, "job/already-answered"),
                Arguments.of(new AlreadyFurther(Stage.OFFERED), 409, "job/already-further"),
                Arguments.of(new WrongStatus(ProposalStatus.HIRED), 409, "job/wrong-status"));
    }

    @Test
    void isForPartiesOnlyAndTheListForTalents() {
        var list =
                http.get()
                        .uri("/v1/proposals")
                        .header("Authorization", TestCaller.client().bearer())
                        .exchange();

        isProblem(post(PATH + "/rejection", TestCaller.staff("ADMIN")), 403, "job/parties-only");
        isProblem(list, 403, "job/talents-only");
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

    /** No proposals; every command is refused as the test says. */
    static class StubProposals implements Proposals {
        Decision<ProposalEvent, ProposalRejection> answer = reject(new UnknownProposal());

        @Override
        public Decision<ProposalEvent, ProposalRejection> submit(
                ProposalId id, JobId job, Side talent, ProposalTerms terms, Instant at) {
            return answer;
        }

        @Override
        public Decision<ProposalEvent, ProposalRejection> handle(
                ProposalCommand command, LongPredicate seen) {
            return answer;
        }

        @Override
        public Optional<StoredProposal> find(ProposalId id) {
            return Optional.empty();
        }

        @Override
        public List<StoredProposal> ofTalent(Party talent, Place before, int limit) {
            return List.of();
        }

        @Override
        public List<StoredProposal> ofJob(JobId job, Place before, int limit) {
            return List.of();
        }

        @Override
        public List<ProposalId> activeFor(JobId job) {
            return List.of();
        }

        @Override
        public List<ProposalId> displacedBy(ProposalId hired) {
            return List.of();
        }
    }
}
