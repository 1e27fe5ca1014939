package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.contract.TeamEvents.TeamShareAcceptedV1;
import guildhall.messages.contract.TeamEvents.TeamShareOfferedV1;
import guildhall.messages.contract.TeamEvents.TeamShareWithdrawnV1;
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
    private static final String OFFERS = "/v1/contracts/team-offers";

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

    @Test
    void listsToAMemberWhatItIsOfferedUntilItAccepts() {
        var deal = Deal.inTwoSteps(probe);
        var other = Deal.inTwoSteps(probe);
        var first = deal.start().contractId();
        var second = other.start().contractId();
        var contract = api.get("/v1/contracts/" + first, deal.client);
        var path = "/v1/contracts/" + first + "/team";
        offer(path, deal.talent, shares(deal, 6_000, 4_000));
        offer("/v1/contracts/" + second + "/team", other.talent, shares(other, 9_000, 1_000));

        var newest = api.get(OFFERS + "?limit=1", cara);
        var older = api.get(OFFERS + "?limit=1&after=" + newest.text("/next"), cara);
        api.post(path + "/acceptance", cara, "{\"basisPoints\": 4000}");
        var left = api.get(OFFERS, cara);

        assertThat(newest.items("/contractId")).containsExactly(second.toString());
        assertThat(older.items("/contractId")).containsExactly(first.toString());
        assertThat(older.body().path("next").isNull()).isTrue();
        var offered = older.items().getFirst();
        assertThat(offered.path("number")).isEqualTo(contract.body().path("number"));
        assertThat(offered.path("title").asString()).isEqualTo("A brand");
        assertThat(offered.path("talent").path("id").asString())
                .isEqualTo(deal.talent.party().id().toString());
        assertThat(offered.path("basisPoints").asInt()).isEqualTo(4_000);
        assertThat(left.items("/contractId")).containsExactly(second.toString());
        assertThat(api.get(OFFERS, deal.talent).items()).isEmpty();
        assertThat(api.get(OFFERS, TestCaller.talent()).items()).isEmpty();
        assertThat(api.get(OFFERS, deal.client).problem()).isEqualTo("request/wrong-role");
    }

    @Test
    void listsNoOfferOfAContractThatIsBeingCancelled() {
        var deal = new Deal(probe);
        var contract = deal.hire().contractId();
        var path = "/v1/contracts/" + contract;
        offer(path + "/team", deal.talent, shares(deal, 6_000, 4_000));

        var before = api.get(OFFERS, cara);
        api.post(path + "/cancellation", deal.client);
        var after = api.get(OFFERS, cara);

        assertThat(before.items("/contractId")).containsExactly(contract.toString());
        assertThat(after.items()).isEmpty();
    }

    @Test
    void tellsOfEveryChangeOfAShareOnce() {
        var deal = Deal.inTwoSteps(probe);
        var contract = deal.start().contractId();
        var path = "/v1/contracts/" + contract + "/team";

        offer(path, deal.talent, shares(deal, 6_000, 4_000));
        offer(path, deal.talent, shares(deal, 6_000, 4_000));
        api.post(path + "/acceptance", cara, "{\"basisPoints\": 4000}");
        api.post(path + "/acceptance", cara, "{\"basisPoints\": 4000}");
        offer(path, deal.talent, "{\"shares\": []}");
        var withdrawn =
                probe.await(TeamShareWithdrawnV1.class, m -> m.contractId().equals(contract));

        assertThat(withdrawn.member()).isEqualTo(cara.party());
        assertThat(probe.all(TeamShareOfferedV1.class))
                .filteredOn(m -> m.contractId().equals(contract))
                .singleElement()
                .satisfies(offered -> {
                    assertThat(offered.talent()).isEqualTo(deal.talent.side());
                    assertThat(offered.member()).isEqualTo(cara.party());
                    assertThat(offered.basisPoints()).isEqualTo(4_000);
                });
        assertThat(probe.all(TeamShareAcceptedV1.class))
                .filteredOn(m -> m.contractId().equals(contract))
                .singleElement()
                .satisfies(accepted -> {
                    assertThat(accepted.member()).isEqualTo(cara.side());
                    assertThat(accepted.outstanding()).isZero();
                });
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
