package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneApprovedV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePaidV1;
import guildhall.messages.contract.MilestoneEvents.RevisionRequestedV1;
import guildhall.messages.contract.MilestoneEvents.WorkSubmittedV1;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.open.PublicContracts.PublicContractCompletedV1;
import guildhall.messages.open.PublicContracts.PublicMilestonePaidV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleaseRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** From submitted to paid, with real Kafka and PostgreSQL; the test plays payment. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestClock.class)
class DeliveryIT {
    private static final String DONE = "{\"notes\": \"All <b>drafts</b> are in the folder\"}";
    private static final String WARMER = "{\"reason\": \"A warmer blue, please\"}";

    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;

    ServiceApi api;

    @BeforeEach
    void now() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
        api = new ServiceApi(port);
    }

    @Test
    void goesFromSubmittedOverARevisionToPaidAndCompletesTheContract() {
        var deal = new Deal(probe);
        var order = deal.start();
        var path = "/v1/milestones/" + order.milestoneId();

        var started = api.post(path + "/start", deal.talent);
        var submitted = api.post(path + "/submissions", deal.talent, DONE);
        var revised = api.post(path + "/revisions", deal.client, WARMER);
        var again = api.post(path + "/submissions", deal.talent, DONE);
        var approved = api.post(path + "/approval", deal.client);
        var release = deal.release(order);
        deal.pay(order, release);
        var completed =
                probe.await(
                        ContractCompletedV1.class, m -> m.contractId().equals(order.contractId()));

        assertThat(started.text("/status")).isEqualTo("IN_PROGRESS");
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text("/status")).isEqualTo("SUBMITTED");
        assertThat(revised.text("/status")).isEqualTo("REVISION_REQUESTED");
        assertThat(again.text("/progress/submissions")).isEqualTo("2");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("/status")).isEqualTo("APPROVED");
        assertThat(release.amount()).isEqualTo(Deal.SKETCHES);
        assertThat(completed.paid()).isEqualTo(Deal.SKETCHES);
        assertThat(submittedOf(order)).extracting(WorkSubmittedV1::submission).contains(1, 2);
        assertThat(submittedOf(order))
                .extracting(WorkSubmittedV1::notes)
                .containsOnly("All drafts are in the folder");
        probe.await(RevisionRequestedV1.class, m -> m.milestoneId().equals(order.milestoneId()));
        var paid =
                probe.await(
                        MilestonePaidV1.class, m -> m.milestoneId().equals(order.milestoneId()));
        assertThat(paid.net().plus(paid.fee())).isEqualTo(paid.gross());
        probe.await(PublicMilestonePaidV1.class, m -> m.milestoneId().equals(order.milestoneId()));
        probe.await(
                PublicContractCompletedV1.class, m -> m.contractId().equals(order.contractId()));
        assertThat(api.get(path, deal.talent).text("/status")).isEqualTo("PAID");
        assertThat(api.get(path + "/submissions", deal.client).items("/number"))
                .containsExactly("2", "1");
        assertThat(api.get(path + "/revisions", deal.talent).items("/reason"))
                .containsExactly("A warmer blue, please");
        assertThat(api.get("/v1/contracts/" + order.contractId(), deal.client).text("/status"))
                .isEqualTo("COMPLETED");
        tellsTheStoryTo(deal, order);
    }

    private void tellsTheStoryTo(Deal deal, FundEscrowV1 order) {
        var path = "/v1/contracts/" + order.contractId() + "/activity";
        var newest = api.get(path + "?limit=5", deal.talent);
        var older = api.get(path + "?after=" + newest.text("/next"), deal.talent);

        assertThat(Stream.concat(newest.items("/action").stream(), older.items("/action").stream()))
                .containsExactly(
                        "contract-completed",
                        "milestone-paid",
                        "milestone-approved",
                        "work-submitted",
                        "revision-requested",
                        "work-submitted",
                        "work-started",
                        "contract-activated",
                        "milestone-funded",
                        "funding-requested",
                        "milestone-planned",
                        "contract-ready-for-funding",
                        "contract-drafted");
        assertThat(newest.items("/actor"))
                .containsExactly("SYSTEM", "SYSTEM", "CLIENT", "TALENT", "CLIENT");
        assertThat(newest.text("/items/2/user")).isEqualTo(deal.client.user().toString());
    }

    @Test
    void manyApprovalsAtOnceGiveTheSameAnswerAndOneRelease() throws Exception {
        var deal = new Deal(probe);
        var order = deal.start();
        var path = "/v1/milestones/" + order.milestoneId();
        api.post(path + "/submissions", deal.talent, DONE);

        List<Answer> answers;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> approve = () -> api.post(path + "/approval", deal.client);
            answers =
                    clients.invokeAll(List.of(approve, approve, approve, approve)).stream()
                            .map(future -> future.resultNow())
                            .toList();
        }
        var late = api.post(path + "/approval", deal.client);
        deal.pay(order, deal.release(order));
        completed(order);

        var release = answers.getFirst().text("/approval/release");
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers).allMatch(a -> a.text("/approval/release").equals(release));
        assertThat(late.text("/approval/release")).isEqualTo(release);
        assertThat(releasesOf(order))
                .singleElement()
                .extracting(r -> r.releaseId().toString())
                .isEqualTo(release);
        assertThat(
                        probe.all(MilestoneApprovedV1.class).stream()
                                .filter(m -> m.milestoneId().equals(order.milestoneId())))
                .hasSize(1);
    }

    @Test
    void paysEachOfManyThatAreAnsweredAtOnceOnce() {
        var orders = new ArrayList<FundEscrowV1>();
        var answers = new ArrayList<EscrowReleasedV1>();
        for (var deal : Stream.generate(() -> new Deal(probe)).limit(6).toList()) {
            var order = deal.start();
            var path = "/v1/milestones/" + order.milestoneId();
            api.post(path + "/submissions", deal.talent, DONE);
            api.post(path + "/approval", deal.client);
            orders.add(order);
            answers.add(deal.released(order, deal.release(order)));
        }

        answers.forEach(probe::publish);
        answers.forEach(probe::publish);
        orders.forEach(this::completed);

        var paid = probe.all(MilestonePaidV1.class).stream().map(MilestonePaidV1::milestoneId);
        var expected = orders.stream().map(FundEscrowV1::milestoneId).toList();
        assertThat(paid.filter(expected::contains)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void approvesByTimeWhatTheClientDoesNotJudge() {
        var deal = new Deal(probe);
        var order = deal.start();
        api.post("/v1/milestones/" + order.milestoneId() + "/submissions", deal.talent, DONE);

        clock.advance(Duration.ofDays(14));

        assertThat(deal.approved(order).automatic()).isTrue();
        deal.pay(order, deal.release(order));
        completed(order);
    }

    @Test
    void keepsAnApprovalThroughRefusalsAndRepeatedAnswers() {
        var deal = new Deal(probe);
        var order = deal.start();
        var path = "/v1/milestones/" + order.milestoneId();
        api.post(path + "/submissions", deal.talent, DONE);
        api.post(path + "/approval", deal.client);
        var release = deal.release(order);

        probe.publish(
                new EscrowReleaseRejectedV1(
                        order.escrowId(), release.releaseId(), "FROZEN", clock.instant()));
        await().until(() -> {
            clock.advance(Duration.ofHours(1));
            return releasesOf(order).size() > 1;
        });
        deal.pay(order, release);
        deal.pay(order, release);
        completed(order);

        assertThat(releasesOf(order)).containsOnly(release);
        assertThat(
                        probe.all(MilestonePaidV1.class).stream()
                                .filter(m -> m.milestoneId().equals(order.milestoneId())))
                .hasSize(1);
    }

    @Test
    void fundsAndPaysEveryMilestoneBeforeItCompletes() {
        var deal = Deal.inTwoSteps(probe);
        var first = deal.start();
        deliver(deal, first);
        probe.await(MilestonePaidV1.class, m -> m.milestoneId().equals(first.milestoneId()));

        var funding =
                api.post("/v1/contracts/" + first.contractId() + "/funding", deal.client, "{}");
        var id = MilestoneId.of(funding.text("/id"));
        var second = deal.order(id);
        deal.fund(second);
        await().until(() ->
                api.get("/v1/milestones/" + id, deal.talent).text("/status").equals("FUNDED"));
        deliver(deal, second);

        assertThat(funding.status()).isEqualTo(202);
        assertThat(second.amount()).isEqualTo(Deal.LOGO);
        assertThat(second.escrowId()).isNotEqualTo(first.escrowId());
        assertThat(completed(first).paid()).isEqualTo(Deal.SKETCHES.plus(Deal.LOGO));
        assertThat(
                        api.post(
                                        "/v1/contracts/" + first.contractId() + "/funding",
                                        deal.client,
                                        "{}")
                                .problem())
                .isEqualTo("contract/not-active");
    }

    private void deliver(Deal deal, FundEscrowV1 order) {
        var path = "/v1/milestones/" + order.milestoneId();
        api.post(path + "/submissions", deal.talent, DONE);
        api.post(path + "/approval", deal.client);
        deal.pay(order, deal.release(order));
    }

    private ContractCompletedV1 completed(FundEscrowV1 order) {
        return probe.await(
                ContractCompletedV1.class, m -> m.contractId().equals(order.contractId()));
    }

    private List<ReleaseEscrowV1> releasesOf(FundEscrowV1 order) {
        return probe.all(ReleaseEscrowV1.class).stream()
                .filter(m -> m.escrowId().equals(order.escrowId()))
                .toList();
    }

    private List<WorkSubmittedV1> submittedOf(FundEscrowV1 order) {
        return probe.all(WorkSubmittedV1.class).stream()
                .filter(m -> m.milestoneId().equals(order.milestoneId()))
                .toList();
    }
}
