package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.ContractEvents.ContractTerminatedV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneCancelledV1;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestDatabase;
import guildhall.testkit.TestDatabase.Role;
import guildhall.testkit.WithInfrastructure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Planning, editing and giving up milestones of a running service. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class MilestonesIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestDatabase database;

    ServiceApi api;

    @BeforeEach
    void connect() {
        api = new ServiceApi(port);
    }

    @Test
    void replacesAMilestoneWithinTheAmountOfTheContract() {
        var deal = Deal.inTwoSteps(probe);
        var order = deal.start();
        var list = "/v1/contracts/" + order.contractId() + "/milestones";
        var second = "/v1/milestones/" + api.get(list, deal.client).text("/items/1/id");

        var tooMuch = api.post(list, deal.client, milestone(1));
        var etag = api.get(second, deal.client).etag();
        var edited = api.patch(second, deal.client, etag, "{\"amount\": " + usd(50_000) + "}");
        var stale = api.patch(second, deal.client, etag, "{\"title\": \"Late\"}");
        var added = api.post(list, deal.client, milestone(10_000));
        var asTalent = api.post(list, deal.talent, milestone(10_000));
        var dropped = api.post(second + "/cancellation", deal.client);

        assertThat(tooMuch.problem()).isEqualTo("contract/exceeds-contract");
        assertThat(tooMuch.text("/available/amount")).isEqualTo("0");
        assertThat(edited.text("/amount/amount")).isEqualTo("50000");
        assertThat(edited.text("/title")).isEqualTo("Logo");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.location()).hasPath("/v1/milestones/" + added.text("/id"));
        assertThat(asTalent.problem()).isEqualTo("contract/reserved-for-the-other-side");
        assertThat(dropped.text("/status")).isEqualTo("CANCELLED");
        assertThat(api.get(list, deal.talent).items("/sequence")).containsExactly("1", "2", "3");
        assertThat(api.get(list + "?limit=1&after=1", deal.talent).items("/sequence"))
                .containsExactly("2");
    }

    @Test
    void addsOneMilestonePerIdempotencyKey() {
        var deal = Deal.inTwoSteps(probe);
        var order = deal.start();
        var list = "/v1/contracts/" + order.contractId() + "/milestones";
        var second = "/v1/milestones/" + api.get(list, deal.client).text("/items/1/id");
        api.post(second + "/cancellation", deal.client);
        var key = Map.of("Idempotency-Key", "add-the-poster");

        var first = api.send("POST", list, deal.client, milestone(10_000), key);
        var again = api.send("POST", list, deal.client, milestone(10_000), key);
        var other = api.send("POST", list, deal.client, milestone(20_000), key);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(list, deal.client).items("/id")).hasSize(3);
    }

    @Test
    void givesTheMoneyBackWhenAFundedMilestoneIsGivenUpAndEndsTheContractAfterThat() {
        var deal = new Deal(probe);
        var order = deal.start();
        var path = "/v1/milestones/" + order.milestoneId();

        var preview = api.get("/v1/contracts/" + order.contractId(), deal.client);
        var cancelled = api.post(path + "/cancellation", deal.talent);
        var again = api.post(path + "/cancellation", deal.client);
        var tooLate = api.post(path + "/start", deal.talent);
        var before = api.get("/v1/contracts/" + order.contractId(), deal.client);
        deal.close(order, order.amount());
        terminated(order);

        assertThat(preview.text("/ifCancelled/client/amount")).isEqualTo("30000");
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/funding/state")).isEqualTo("RETURNING");
        assertThat(again.status()).isEqualTo(200);
        assertThat(tooLate.problem()).isEqualTo("contract/milestone-cancelled");
        assertThat(before.text("/status")).isEqualTo("ACTIVE");
        assertThat(
                        probe.await(
                                        MilestoneCancelledV1.class,
                                        m -> m.milestoneId().equals(order.milestoneId()))
                                .reason())
                .isEqualTo("TALENT");
        assertThat(closingsOf(order)).hasSize(1);
    }

    @Test
    void endsAnActiveContractOnWhichNothingHasBegun() {
        var deal = Deal.inTwoSteps(probe);
        var order = deal.start();
        var contract = "/v1/contracts/" + order.contractId();

        var ended = api.post(contract + "/cancellation", deal.client);
        var again = api.post(contract + "/cancellation", deal.talent);
        deal.close(order, order.amount());
        terminated(order);

        assertThat(ended.status()).isEqualTo(202);
        assertThat(ended.text("/entitlement/client/amount")).isEqualTo("30000");
        assertThat(again.status()).isEqualTo(202);
        assertThat(api.post(contract + "/cancellation", deal.client).problem())
                .isEqualTo("contract/already-ended");
        assertThat(api.get(contract, deal.client).texts("/actions")).isEmpty();
    }

    @Test
    void refusesToEndWorkThatHasBegun() {
        var deal = new Deal(probe);
        var order = deal.start();
        api.post("/v1/milestones/" + order.milestoneId() + "/start", deal.talent);

        var milestone =
                api.post("/v1/milestones/" + order.milestoneId() + "/cancellation", deal.client);
        var contract =
                api.post("/v1/contracts/" + order.contractId() + "/cancellation", deal.client);

        assertThat(milestone.problem()).isEqualTo("contract/work-under-way");
        assertThat(contract.problem()).isEqualTo("contract/work-under-way");
    }

    @Test
    void completesWhenTheRestIsGivenUpAfterAPayment() {
        var deal = Deal.inTwoSteps(probe);
        var order = deal.start();
        var path = "/v1/milestones/" + order.milestoneId();
        api.post(path + "/submissions", deal.talent, "{\"notes\": \"Done\"}");
        api.post(path + "/approval", deal.client);
        deal.pay(order, deal.release(order));
        await().until(() -> api.get(path, deal.client).text("/status").equals("PAID"));

        api.post("/v1/contracts/" + order.contractId() + "/cancellation", deal.client);

        var completed =
                probe.await(
                        ContractCompletedV1.class, m -> m.contractId().equals(order.contractId()));
        assertThat(completed.paid()).isEqualTo(Deal.SKETCHES);
    }

    @Test
    void aMilestoneOfAnotherContractIsNotFundedThroughThisOne() {
        var deal = Deal.inTwoSteps(probe);
        var order = deal.start();
        var other = Deal.inTwoSteps(probe).start();

        var funding =
                api.post(
                        "/v1/contracts/" + order.contractId() + "/funding",
                        deal.client,
                        "{\"milestoneId\": \"" + other.milestoneId() + "\"}");

        assertThat(funding.problem()).isEqualTo("contract/unknown-milestone");
    }

    @Test
    void refusesAKeylessRequestThatMovesMoney() {
        var anybody = TestCaller.client();
        var path = "/v1/contracts/00000000-0000-7000-8000-000000000001/funding";

        var answer = api.send("POST", path, anybody, "{}", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/parameter")).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activity", "submission", "revision", "escrow_order"})
    void keepsHistoryAsItWas(String table) {
        var app = JdbcClient.create(database.dataSource(Role.APP));

        for (var change : List.of("delete from " + table, "truncate " + table)) {
            assertThatExceptionOfType(BadSqlGrammarException.class)
                    .isThrownBy(() -> app.sql(change).update())
                    .withStackTraceContaining("permission denied");
        }
    }

    private void terminated(FundEscrowV1 order) {
        probe.await(ContractTerminatedV1.class, m -> m.contractId().equals(order.contractId()));
    }

    private List<CancelEscrowV1> closingsOf(FundEscrowV1 order) {
        return probe.all(CancelEscrowV1.class).stream()
                .filter(m -> m.escrowId().equals(order.escrowId()))
                .toList();
    }

    private static String milestone(long cents) {
        return "{\"title\": \"Poster\", \"amount\": %s, \"dueInDays\": 5}".formatted(usd(cents));
    }

    private static String usd(long cents) {
        return "{\"amount\": %d, \"currency\": \"USD\"}".formatted(cents);
    }
}
