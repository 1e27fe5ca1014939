package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.id.MilestoneId;
import guildhall.messages.payment.TeamShare;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A talent takes others into a contract; the test plays payment. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class TeamIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;

    final TestCaller cara = TestCaller.talent();
    ServiceApi api;

    @BeforeEach
    void api() {
        api = new ServiceApi(port);
    }

    @Test
    void splitsTheEscrowsThatAreOrderedOnceEverybodyHasAccepted() {
        var deal = Deal.inTwoSteps(probe);
        var first = deal.start();
        var path = "/v1/contracts/" + first.contractId() + "/team";

        var unseen = api.get(path, cara);
        var offered = offer(path, deal.talent, shares(deal, 6_000, 4_000));
        var stale = api.post(path + "/acceptance", cara, "{\"basisPoints\": 5000}");
        var joined = api.post(path + "/acceptance", cara, "{\"basisPoints\": 4000}");
        var funding =
                api.post("/v1/contracts/" + first.contractId() + "/funding", deal.client, "{}");
        var second = deal.order(MilestoneId.of(funding.text("/id")));

        assertThat(first.team()).isNull();
        assertThat(unseen.problem()).isEqualTo("contract/unknown-contract");
        assertThat(offered.text("/complete")).isEqualTo("false");
        assertThat(stale.problem()).isEqualTo("contract/another-share");
        assertThat(joined.text("/complete")).isEqualTo("true");
        assertThat(api.get(path, deal.client).body()).isEqualTo(joined.body());
        assertThat(second.team())
                .containsExactlyInAnyOrder(
                        new TeamShare(deal.talent.side(), 6_000),
                        new TeamShare(cara.side(), 4_000));
        assertThat(
                        api.get("/v1/contracts/" + first.contractId() + "/activity", deal.client)
                                .items("/action"))
                .contains("team-offered", "team-joined");
    }

    @Test
    void isTheTalentsBusinessOnly() {
        var deal = Deal.inTwoSteps(probe);
        var path = "/v1/contracts/" + deal.start().contractId() + "/team";

        assertThat(offer(path, deal.client, shares(deal, 6_000, 4_000)).problem())
                .isEqualTo("contract/reserved-for-the-other-side");
        assertThat(offer(path, cara, shares(deal, 6_000, 4_000)).problem())
                .isEqualTo("contract/unknown-contract");
        assertThat(offer(path, deal.talent, shares(deal, 6_000, 4_001)).problem())
                .isEqualTo("contract/invalid-team");
        assertThat(offer(path, deal.talent, shares(deal, 6_000, 0)).status()).isEqualTo(400);
        assertThat(api.post(path + "/acceptance", cara, "{\"basisPoints\": 4000}").problem())
                .isEqualTo("contract/unknown-contract");
        assertThat(api.get(path, deal.client).body().path("shares").isEmpty()).isTrue();
    }

    private Answer offer(String path, TestCaller caller, String shares) {
        return api.send("PUT", path, caller, shares, Map.of());
    }

    private String shares(Deal deal, int vault, int caras) {
        return """
        {"shares": [
          {"member": {"type": "TALENT", "id": "%s"}, "basisPoints": %d},
          {"member": {"type": "TALENT", "id": "%s"}, "basisPoints": %d}]}
        """
                .formatted(deal.talent.party().id(), vault, cara.party().id(), caras);
    }
}
