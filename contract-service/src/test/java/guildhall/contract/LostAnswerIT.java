package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change was committed, and then nobody was left to store its answer. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class LostAnswerIT {
    private static final String DONE = "{\"notes\": \"All drafts are in the folder\"}";
    private static final String WARMER = "{\"reason\": \"Warmer colours, please\"}";

    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired JdbcClient sql;

    ServiceApi api;

    @BeforeEach
    void connect() {
        api = new ServiceApi(port);
    }

    @Test
    void deliversAndSendsBackOnceHoweverOftenItIsAsked() {
        var deal = new Deal(probe);
        var path = "/v1/milestones/" + deal.start().milestoneId();
        var delivery = ServiceApi.key();
        var revision = ServiceApi.key();
        api.post(path + "/start", deal.talent);

        var delivered = api.send("POST", path + "/submissions", deal.talent, DONE, delivery);
        var again = retried(path + "/submissions", deal.talent, DONE, delivery);
        var sentBack = api.send("POST", path + "/revisions", deal.client, WARMER, revision);
        var sentBackAgain = retried(path + "/revisions", deal.client, WARMER, revision);
        var late = retried(path + "/submissions", deal.talent, DONE, delivery);

        assertThat(again.status()).isEqualTo(delivered.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(delivered.body());
        assertThat(sentBackAgain.status()).isEqualTo(201);
        assertThat(sentBackAgain.body()).isEqualTo(sentBack.body());
        assertThat(late.text("status")).isEqualTo("REVISION_REQUESTED");
        assertThat(api.get(path + "/submissions", deal.client).items()).hasSize(1);
        assertThat(api.get(path + "/revisions", deal.client).items()).hasSize(1);
    }

    @Test
    void triesAgainWhatWasRefused() {
        var deal = new Deal(probe);
        var path = "/v1/milestones/" + deal.start().milestoneId();
        var revision = ServiceApi.key();

        var early = api.send("POST", path + "/revisions", deal.client, WARMER, revision);
        api.post(path + "/submissions", deal.talent, DONE);
        var later = retried(path + "/revisions", deal.client, WARMER, revision);

        assertThat(early.problem()).isEqualTo("contract/nothing-submitted");
        assertThat(later.text("status")).isEqualTo("REVISION_REQUESTED");
    }

    private ServiceApi.Answer retried(
            String path, TestCaller caller, String body, Map<String, String> key) {
        sql.sql("delete from idempotency_key").update();
        return api.send("POST", path, caller, body, key);
    }
}
