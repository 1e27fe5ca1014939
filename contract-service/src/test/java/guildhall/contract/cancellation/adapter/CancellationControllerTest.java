package guildhall.contract.cancellation.adapter;

import static guildhall.contract.agreement.SampleContracts.ACTIVE;
import static guildhall.contract.agreement.SampleContracts.CLIENT;
import static guildhall.contract.agreement.SampleContracts.COMPLETED;
import static guildhall.contract.agreement.SampleContracts.CONTRACT;
import static guildhall.contract.milestone.SampleMilestones.FUNDED;
import static guildhall.contract.milestone.SampleMilestones.IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.StubContracts;
import guildhall.contract.milestone.Escrows;
import guildhall.contract.milestone.Milestone.AwaitingFunding;
import guildhall.contract.milestone.StubMilestones;
import guildhall.messages.id.MilestoneId;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(controllers = CancellationController.class, properties = "LOG_FORMAT=")
@Import({CancellationDesk.class, CancellationControllerTest.Stubs.class})
class CancellationControllerTest {
    static final TestCaller ANNA = TestCaller.client(CLIENT.user(), CLIENT.party().id());
    static final String PATH = "/v1/contracts/" + CONTRACT + "/cancellation";

    @Autowired MockMvcTester http;
    @Autowired StubContracts contracts;
    @Autowired StubMilestones milestones;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @Test
    void acceptsAndSaysWhoGetsWhat() {
        contracts.contract = Optional.of(ACTIVE);
        milestones.milestone = FUNDED;

        var response = cancel(ANNA);

        assertThat(response).hasStatus(202).hasHeader("Location", "/v1/contracts/" + CONTRACT);
        assertThat(response)
                .bodyJson()
                .extractingPath("$.entitlement.client.amount")
                .isEqualTo(30_000);
    }

    @Test
    void refusesWhileWorkIsUnderWay() {
        contracts.contract = Optional.of(ACTIVE);
        milestones.milestone = IN_PROGRESS;

        isProblem(cancel(ANNA), 409, "contract/work-under-way");
    }

    @Test
    void refusesAfterTheEnd() {
        contracts.contract = Optional.of(COMPLETED);

        isProblem(cancel(ANNA), 409, "contract/already-ended");
    }

    @Test
    void hidesTheContractFromEverybodyElse() {
        contracts.contract = Optional.of(ACTIVE);

        isProblem(cancel(TestCaller.client()), 404, "contract/unknown-contract");
        isProblem(cancel(TestCaller.staff("ADMIN")), 404, "contract/unknown-contract");
    }

    private MvcTestResult cancel(TestCaller caller) {
        return http.post()
                .uri(PATH)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", "once")
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
