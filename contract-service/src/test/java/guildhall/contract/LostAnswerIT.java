package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.id.MilestoneId;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.Retries;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every change is committed together with its answer, so that no retry can come in between. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class LostAnswerIT {
    private static final String DONE = "{\"notes\": \"All drafts are in the folder\"}";
    private static final String WARMER = "{\"reason\": \"Warmer colours, please\"}";
    private static final String PART = "{\"amount\": {\"amount\": 10000, \"currency\": \"USD\"}}";

    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired DataSource database;

    ServiceApi api;
    Retries retries;

    @BeforeEach
    void connect() {
        api = new ServiceApi(port);
        retries = new Retries(api, database, "activity");
    }

    @Test
    void workIsDoneAndPaidOnceHoweverOftenItIsAsked() {
        var deal = new Deal(probe);
        var order = deal.start();
        var path = "/v1/milestones/" + order.milestoneId();

        retries.post(path + "/start", deal.talent);
        retries.post(path + "/submissions", deal.talent, DONE);
        retries.post(path + "/revisions", deal.client, WARMER);
        retries.post(path + "/submissions", deal.talent, DONE);
        retries.post(path + "/partial-releases", deal.client, PART);
        retries.post(path + "/approval", deal.client);
        retries.repeatTheirAnswers();

        assertThat(api.get(path, deal.client).text("status")).isEqualTo("APPROVED");
        assertThat(api.get(path + "/submissions", deal.client).items()).hasSize(2);
        assertThat(api.get(path + "/revisions", deal.client).items()).hasSize(1);
        assertThat(api.get(path, deal.client).body().path("partialReleases")).hasSize(1);
    }

    @Test
    void milestonesAreGivenUpAddedAndFundedOnceHoweverOftenItIsAsked() {
        var deal = Deal.inTwoSteps(probe);
        var contract = "/v1/contracts/" + deal.start().contractId();
        var second = api.get(contract + "/milestones", deal.client).text("/items/1/id");
        var poster =
                """
                {"title": "A poster", "amount": {"amount": 30000, "currency": "USD"},
                 "dueInDays": 7}\
                """;

        retries.post("/v1/milestones/" + second + "/cancellation", deal.talent);
        var added = retries.post(contract + "/milestones", deal.client, poster);
        retries.post(contract + "/milestones", deal.client, poster);
        var funding = retries.post(contract + "/funding", deal.client, "{}");
        deal.fund(deal.order(MilestoneId.of(added.id())));
        await().until(() -> status(added.id(), deal.client).equals("FUNDED"));
        retries.repeatTheirAnswers();

        assertThat(funding.id()).isEqualTo(added.id());
        assertThat(api.get(contract + "/milestones", deal.client).items("status"))
                .containsExactly("FUNDED", "CANCELLED", "FUNDED", "PLANNED");
    }

    @Test
    void aContractEndsOnceAndEverybodyIsToldTheSameWhenItHasEnded() {
        var deal = Deal.inTwoSteps(probe);
        var order = deal.start();
        var contract = "/v1/contracts/" + order.contractId();

        var ended = retries.post(contract + "/cancellation", deal.client);
        deal.close(order, order.amount());
        await().until(() -> statusOfTheContract(order, deal.client).equals("TERMINATED"));
        retries.repeatTheirAnswers();

        assertThat(ended.text("/entitlement/client/amount")).isEqualTo("30000");
    }

    @Test
    void aMemberJoinsTheTeamOnce() {
        var deal = new Deal(probe);
        var team = "/v1/contracts/" + deal.start().contractId() + "/team";
        var cara = TestCaller.talent();
        var shares =
                """
                {"shares": [{"member": {"type": "TALENT", "id": "%s"}, "basisPoints": 6000},
                            {"member": {"type": "TALENT", "id": "%s"}, "basisPoints": 4000}]}\
                """
                        .formatted(deal.talent.party().id(), cara.party().id());
        api.send("PUT", team, deal.talent, shares, ServiceApi.key());

        var joined = retries.post(team + "/acceptance", cara, "{\"basisPoints\": 4000}");
        api.send("PUT", team, deal.talent, "{\"shares\": []}", ServiceApi.key());
        retries.repeatTheirAnswers();

        assertThat(joined.text("complete")).isEqualTo("true");
    }

    private String status(String milestone, TestCaller caller) {
        return api.get("/v1/milestones/" + milestone, caller).text("status");
    }

    private String statusOfTheContract(FundEscrowV1 order, TestCaller caller) {
        return api.get("/v1/contracts/" + order.contractId(), caller).text("status");
    }
}
