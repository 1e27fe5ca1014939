package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePaidV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePartPaidV1;
import guildhall.messages.contract.MilestoneEvents.PaymentSumV1;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.WithInfrastructure;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money for a part of a milestone before it is approved; the test plays payment. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class PartialReleaseIT {
    private static final String DONE = "{\"notes\": \"All drafts are in the folder\"}";

    @LocalServerPort int port;
    @Autowired KafkaProbe probe;

    ServiceApi api;

    @BeforeEach
    void connect() {
        api = new ServiceApi(port);
    }

    @Test
    void paysAPartWhileTheWorkGoesOnAndTheRestByTheApproval() {
        var deal = new Deal(probe);
        var order = deal.start();
        var path = "/v1/milestones/" + order.milestoneId();
        var parts = path + "/partial-releases";
        var third = "{\"amount\": {\"amount\": 10000, \"currency\": \"USD\"}}";
        var all = "{\"amount\": {\"amount\": 30000, \"currency\": \"USD\"}}";

        var early = api.post(parts, deal.client, third);
        api.post(path + "/start", deal.talent);
        var foreign = api.post(parts, deal.talent, third);
        var tooMuch = api.post(parts, deal.client, all);
        var key = ServiceApi.key();
        var ordered = api.send("POST", parts, deal.client, third, key);
        var again = api.send("POST", parts, deal.client, third, key);
        var part = deal.release(order);
        deal.pay(order, part);
        deal.pay(order, part);
        await().until(() -> !paidParts(deal, path).isEmpty());
        api.post(path + "/submissions", deal.talent, DONE);
        api.post(path + "/approval", deal.client);
        await().until(() -> releasesOf(order).size() > 1);
        var rest = releasesOf(order).getLast();
        deal.pay(order, rest);

        assertThat(early.problem()).isEqualTo("contract/work-not-started");
        assertThat(foreign.problem()).isEqualTo("contract/reserved-for-the-other-side");
        assertThat(tooMuch.problem()).isEqualTo("contract/not-less-than-the-rest");
        assertThat(ordered.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(ordered.body());
        assertThat(part.amount()).isEqualTo(Money.of(10_000, "USD"));
        assertThat(rest.amount()).isEqualTo(Money.of(20_000, "USD"));
        assertThat(rest.releaseId()).isNotEqualTo(part.releaseId());
        assertThat(releasesOf(order)).hasSize(2);
        assertThat(paidParts(deal, path)).containsExactly("9000");
        var completed =
                probe.await(
                        ContractCompletedV1.class, m -> m.contractId().equals(order.contractId()));
        assertThat(completed.paid()).isEqualTo(Deal.SKETCHES);
        saysWhatThePartsAndTheRestPaid(deal, order);
    }

    private void saysWhatThePartsAndTheRestPaid(Deal deal, FundEscrowV1 order) {
        var part =
                probe.await(
                        MilestonePartPaidV1.class,
                        m -> m.milestoneId().equals(order.milestoneId()));
        var paid =
                probe.await(
                        MilestonePaidV1.class, m -> m.milestoneId().equals(order.milestoneId()));
        var activity =
                api.get("/v1/contracts/" + order.contractId() + "/activity", deal.client).items();

        assertThat(part.net()).isEqualTo(Money.of(9_000, "USD"));
        assertThat(part.stillHeld()).isEqualTo(Money.of(20_000, "USD"));
        assertThat(paid.net()).isEqualTo(Money.of(18_000, "USD"));
        assertThat(paid.total())
                .isEqualTo(
                        new PaymentSumV1(
                                Deal.SKETCHES, Money.of(3_000, "USD"), Money.of(27_000, "USD")));
        assertThat(deal.approved(order).rest()).isEqualTo(Money.of(20_000, "USD"));
        assertThat(
                        probe.all(MilestonePartPaidV1.class).stream()
                                .filter(m -> m.milestoneId().equals(order.milestoneId())))
                .hasSize(1);
        assertThat(activity)
                .filteredOn(line -> line.path("action").asString().equals("partial-release-paid"))
                .singleElement()
                .extracting(line -> line.path("metadata").path("amount").asString())
                .isEqualTo("10000");
    }

    private List<String> paidParts(Deal deal, String path) {
        return api.get(path, deal.talent)
                .body()
                .path("partialReleases")
                .valueStream()
                .map(part -> part.path("payment").path("net").path("amount"))
                .filter(net -> !net.isMissingNode())
                .map(net -> net.asString())
                .toList();
    }

    private List<ReleaseEscrowV1> releasesOf(FundEscrowV1 order) {
        return probe.all(ReleaseEscrowV1.class).stream()
                .filter(m -> m.escrowId().equals(order.escrowId()))
                .toList();
    }
}
