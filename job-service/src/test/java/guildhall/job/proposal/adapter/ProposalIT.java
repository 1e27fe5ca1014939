package guildhall.job.proposal.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.job.JobApi;
import guildhall.messages.job.ProposalEvents.ProposalRejectedV1;
import guildhall.messages.job.ProposalEvents.ProposalSubmittedV1;
import guildhall.messages.money.Money;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestClock.class)
class ProposalIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;
    @Autowired ProposalExpiry expiry;

    final TestCaller client = TestCaller.client();
    final TestCaller ada = TestCaller.talent();
    final TestCaller ben = TestCaller.talent();
    JobApi api;
    String job;

    @BeforeEach
    void openJob() {
        api = new JobApi(port);
        job = api.openJob(client, "Logo for a bakery");
    }

    @Test
    void isSeenByItsTwoPartiesAndNobodyElse() {
        var proposal = api.propose(ada, job, 40_000);
        var path = "/v1/proposals/" + proposal.id();

        var message =
                probe.await(
                        ProposalSubmittedV1.class,
                        m -> m.proposalId().toString().equals(proposal.id()));

        assertThat(message.bid()).isEqualTo(Money.of(40_000, "USD"));
        assertThat(api.get(path, ada).status()).isEqualTo(200);
        assertThat(api.get(path, client).status()).isEqualTo(200);
        assertThat(api.get(path, ben).problem()).isEqualTo("job/unknown-proposal");
        assertThat(api.get("/v1/jobs/" + job + "/proposals", ben).problem())
                .isEqualTo("job/not-your-job");
        assertThat(api.get("/v1/jobs/" + job + "/proposals", client).body().path("items"))
                .hasSize(1);
        assertThat(api.get("/v1/proposals", ada).body().path("items")).hasSize(1);
    }

    @Test
    void isActiveOnceForATalentHoweverManyRequestsRace() {
        var submissions =
                Collections.nCopies(6, (Callable<Answer>) () -> api.propose(ada, job, 40_000));

        var statuses = allAtOnce(submissions).stream().map(Answer::status).toList();

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
        assertThat(api.get("/v1/jobs/" + job, client).body().path("proposalCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void mayBeMadeAgainAfterAWithdrawal() {
        var first = api.propose(ada, job, 40_000);
        api.post("/v1/proposals/" + first.id() + "/withdrawal", ada);

        assertThat(api.propose(ada, job, 35_000).status()).isEqualTo(201);
        assertThat(api.propose(ada, job, 35_000).problem()).isEqualTo("job/already-proposed");
    }

    @Test
    void closesTheJobThatIsFullAndOpensItWhenOneLeaves() {
        var first = api.propose(ada, job, 40_000);
        api.propose(ben, job, 40_000);
        api.propose(TestCaller.talent(), job, 40_000);

        assertThat(api.jobStatus(job, client)).isEqualTo("CLOSED");
        assertThat(api.propose(TestCaller.talent(), job, 40_000).problem())
                .isEqualTo("job/job-full");

        api.post("/v1/proposals/" + first.id() + "/rejection", client);

        assertThat(api.jobStatus(job, client)).isEqualTo("OPEN");
        assertThat(api.propose(TestCaller.talent(), job, 40_000).status()).isEqualTo(201);
    }

    @Test
    void expiresUnansweredAfterAWeek() {
        var left = api.propose(ada, job, 40_000);
        var shortlisted = api.propose(ben, job, 40_000);
        api.post("/v1/proposals/" + shortlisted.id() + "/shortlisting", client);

        var today = clock.instant();
        clock.advance(Duration.ofDays(7));
        expiry.fire(left.id());
        expiry.fire(shortlisted.id());
        clock.set(today); // The tokens are of today.

        assertThat(api.statusOf(left.id(), ada)).isEqualTo("EXPIRED");
        assertThat(api.statusOf(shortlisted.id(), ben)).isEqualTo("SHORTLISTED");
    }

    @Test
    void isRejectedWhenItsJobIsCancelled() {
        var proposal = api.propose(ada, job, 40_000);

        api.post("/v1/jobs/" + job + "/cancellation", client);

        var rejected =
                probe.await(
                        ProposalRejectedV1.class,
                        m -> m.proposalId().toString().equals(proposal.id()));
        assertThat(rejected.reason()).isEqualTo("CLIENT");
        assertThat(api.statusOf(proposal.id(), ada)).isEqualTo("REJECTED");
    }

    @Test
    void keepsTheBudgetOfAJobThatWasAnswered() {
        api.propose(ada, job, 40_000);
        var etag = api.get("/v1/jobs/" + job, client).etag();

        var refused =
                api.send(
                        "PATCH",
                        "/v1/jobs/" + job,
                        client,
                        "{\"kind\": \"HOURLY\"}",
                        Map.of("If-Match", String.valueOf(etag)));

        assertThat(refused.problem()).isEqualTo("job/money-terms-locked");
    }

    private static List<Answer> allAtOnce(List<Callable<Answer>> requests) {
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            var answers = new ArrayList<Answer>();
            for (var running : threads.invokeAll(requests)) {
                answers.add(running.get());
            }
            return answers;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
