package guildhall.job;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.Retries;
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
    private static final String DRAFT =
            """
            {"title": "Logo for a bakery", "description": "One that works on paper bags.",
             "category": "Design", "kind": "FIXED", "skills": ["Illustration"], "tags": [],
             "budget": {"min": {"amount": 20000, "currency": "USD"},
                        "max": {"amount": 60000, "currency": "USD"}},
             "maxProposals": 3}\
            """;
    private static final String BID =
            """
            {"bid": {"amount": 40000, "currency": "USD"}, "durationDays": 14,
             "coverLetter": "I draw logos for small shops."}\
            """;

    @LocalServerPort int port;
    @Autowired DataSource database;

    final TestCaller client = TestCaller.client();
    JobApi api;

    @BeforeEach
    void connect() {
        api = new JobApi(port);
    }

    @Test
    void aJobIsOpenedAndClosedOnceHoweverOftenItIsAsked() {
        var retries = new Retries(api, database, "job");

        var job = retries.post("/v1/jobs", client, DRAFT).id();
        retries.post("/v1/jobs/" + job + "/publication", client);
        retries.post("/v1/jobs/" + job + "/closure", client);
        retries.post("/v1/jobs/" + job + "/reopening", client);
        retries.repeatTheirAnswers();
        var afterRetries = api.jobStatus(job, client);
        retries.post("/v1/jobs/" + job + "/cancellation", client);
        retries.repeatTheirAnswers();

        assertThat(afterRetries).isEqualTo("OPEN");
        assertThat(api.jobStatus(job, client)).isEqualTo("CANCELLED");
    }

    @Test
    void proposalsAreMadeAndAnsweredOnceHoweverOftenItIsAsked() {
        var retries = new Retries(api, database, "proposal");
        var job = api.openJob(client, "Logo for a bakery");
        var ada = TestCaller.talent();
        var ben = TestCaller.talent();
        var cara = TestCaller.talent();

        var adas = retries.post("/v1/jobs/" + job + "/proposals", ada, BID).id();
        var bens = retries.post("/v1/jobs/" + job + "/proposals", ben, BID).id();
        var caras = retries.post("/v1/jobs/" + job + "/proposals", cara, BID).id();
        retries.post("/v1/proposals/" + adas + "/review", client);
        retries.post("/v1/proposals/" + adas + "/shortlisting", client);
        retries.post("/v1/proposals/" + adas + "/interview", client);
        retries.post("/v1/proposals/" + bens + "/rejection", client);
        retries.post("/v1/proposals/" + caras + "/withdrawal", cara);
        retries.post("/v1/proposals/" + adas + "/acceptance", client);
        retries.repeatTheirAnswers();

        assertThat(api.statusOf(adas, client)).isEqualTo("HIRED");
        assertThat(api.statusOf(bens, client)).isEqualTo("REJECTED");
        assertThat(api.statusOf(caras, client)).isEqualTo("WITHDRAWN");
    }
}
