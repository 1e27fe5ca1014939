package guildhall.job.hire.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.job.JobApi;
import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.contract.ContractEvents.ContractCancelledV1;
import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.ContractEvents.ContractTerminatedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.job.JobEvents.JobCompletedV1;
import guildhall.messages.job.JobEvents.JobReopenedV1;
import guildhall.messages.job.JobEvents.JobStartedV1;
import guildhall.messages.job.ProposalEvents.PlannedMilestoneV1;
import guildhall.messages.job.ProposalEvents.ProposalAcceptedV1;
import guildhall.messages.job.ProposalEvents.ProposalReinstatedV1;
import guildhall.messages.job.ProposalEvents.ProposalRejectedV1;
import guildhall.messages.money.Money;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class HiringIT {
    private static final Instant NOW = Instant.parse("2027-01-15T12:00:00Z");
    private static final Money PRICE = Money.of(40_000, "USD");

    @LocalServerPort int port;
    @Autowired KafkaProbe probe;

    final TestCaller client = TestCaller.client();
    final TestCaller ada = TestCaller.talent();
    final TestCaller ben = TestCaller.talent();
    final ContractId contract = new ContractId(UUID.randomUUID());
    JobApi api;
    String job;
    String adas;
    String bens;

    @BeforeEach
    void twoProposals() {
        api = new JobApi(port);
        job = api.openJob(client, "Logo for a bakery");
        adas = api.propose(ada, job, PRICE.minorUnits()).id();
        bens = api.propose(ben, job, 30_000).id();
    }

    @Test
    void hiresOneAndTurnsTheOthersDownWhenWorkBegins() {
        var accepted = api.accept(client, adas);

        var message = probe.await(ProposalAcceptedV1.class, m -> is(m.proposalId(), adas));
        assertThat(accepted.text("status")).isEqualTo("HIRED");
        assertThat(message)
                .isEqualTo(
                        new ProposalAcceptedV1(
                                new ProposalId(UUID.fromString(adas)),
                                JobId.of(job),
                                "Logo for a bakery",
                                client.side(),
                                ada.side(),
                                PRICE,
                                List.of(new PlannedMilestoneV1("Logo for a bakery", PRICE, 14)),
                                message.acceptedAt()));
        assertThat(api.statusOf(bens, ben)).isEqualTo("SUBMITTED");

        probe.publish(activated());

        var rejected = probe.await(ProposalRejectedV1.class, m -> is(m.proposalId(), bens));
        var started = probe.await(JobStartedV1.class, m -> is(m.jobId(), job));
        assertThat(rejected.reason()).isEqualTo("POSITION_FILLED");
        assertThat(started.contractId()).isEqualTo(contract);
        assertThat(api.jobStatus(job, ben)).isEqualTo("IN_PROGRESS");
        assertThat(api.statusOf(bens, ben)).isEqualTo("REJECTED");

        probe.publish(completed());

        probe.await(JobCompletedV1.class, m -> is(m.jobId(), job));
        assertThat(api.jobStatus(job, client)).isEqualTo("COMPLETED");
        assertThat(api.accept(client, adas).status()).isEqualTo(200);
    }

    @Test
    void opensTheJobAgainWhenTheContractIsCancelled() {
        api.accept(client, adas);

        probe.publish(cancelled(adas));

        probe.await(JobReopenedV1.class, m -> is(m.jobId(), job));
        probe.await(ProposalReinstatedV1.class, m -> is(m.proposalId(), adas));
        assertThat(api.statusOf(adas, ada)).isEqualTo("OFFERED");
        assertThat(api.jobStatus(job, client)).isEqualTo("OPEN");
        assertThat(api.accept(client, bens).status()).isEqualTo(200);
    }

    @Test
    void ignoresALateOrRepeatedCancellationOfAnEarlierHire() {
        api.accept(client, adas);
        probe.publish(cancelled(adas));
        probe.await(JobReopenedV1.class, m -> is(m.jobId(), job));
        api.accept(client, bens);

        probe.publish(cancelled(adas));
        probe.publish(activated(bens));

        probe.await(JobStartedV1.class, m -> is(m.jobId(), job));
        assertThat(api.jobStatus(job, client)).isEqualTo("IN_PROGRESS");
        assertThat(reopenings()).isEqualTo(1);
    }

    @Test
    void doesNothingTwiceWhenMessagesAreRepeated() {
        api.accept(client, adas);
        var id = UUID.randomUUID();

        probe.publish(id, activated());
        probe.publish(id, activated());
        probe.publish(activated());
        probe.publish(completed());

        probe.await(JobCompletedV1.class, m -> is(m.jobId(), job));
        assertThat(probe.all(JobStartedV1.class).stream().filter(m -> is(m.jobId(), job)))
                .hasSize(1);
        assertThat(
                        probe.all(ProposalRejectedV1.class).stream()
                                .filter(m -> is(m.proposalId(), bens)))
                .hasSize(1);
    }

    @Test
    void bringsTheOthersBackWhenTheActiveContractEndsInVain() {
        api.accept(client, adas);
        probe.publish(activated());
        probe.await(ProposalRejectedV1.class, m -> is(m.proposalId(), bens));

        probe.publish(terminated());

        probe.await(ProposalReinstatedV1.class, m -> is(m.proposalId(), bens));
        assertThat(api.statusOf(bens, ben)).isEqualTo("SUBMITTED");
        assertThat(api.jobStatus(job, client)).isEqualTo("OPEN");
        assertThat(api.accept(client, adas).problem()).isEqualTo("job/wrong-status");
    }

    @Test
    void hiresOneOfTwoThatAreAcceptedAtOnce() {
        var answers = atOnce(() -> api.accept(client, adas), () -> api.accept(client, bens));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(List.of(api.statusOf(adas, ada), api.statusOf(bens, ben)))
                .containsExactlyInAnyOrder("HIRED", "SUBMITTED");
    }

    @Test
    void answersTheSameToAnAcceptanceThatIsSentTwiceAtOnce() {
        var answers = atOnce(() -> api.accept(client, adas), () -> api.accept(client, adas));

        assertThat(answers.stream().map(Answer::status)).containsExactly(200, 200);
        probe.await(ProposalAcceptedV1.class, m -> is(m.proposalId(), adas));
        probe.publish(activated());
        probe.await(JobStartedV1.class, m -> is(m.jobId(), job));
        assertThat(
                        probe.all(ProposalAcceptedV1.class).stream()
                                .filter(m -> is(m.proposalId(), adas)))
                .hasSize(1);
    }

    @Test
    void eitherAcceptsOrWithdrawsWhenBothHappenAtOnce() {
        var answers =
                atOnce(
                        () -> api.accept(client, adas),
                        () -> api.post("/v1/proposals/" + adas + "/withdrawal", ada));

        var isHired = answers.get(0).status() == 200;
        assertThat(answers.get(1).status()).isEqualTo(isHired ? 409 : 200);
        assertThat(api.statusOf(adas, ada)).isEqualTo(isHired ? "HIRED" : "WITHDRAWN");
        assertThat(api.jobStatus(job, client)).isEqualTo(isHired ? "CLOSED" : "OPEN");
    }

    @Test
    void refusesAnAcceptanceOfAVersionThatTheClientHasNotSeen() {
        var revised =
                api.send(
                        "PATCH",
                        "/v1/proposals/" + adas,
                        ada,
                        "{\"bid\": {\"amount\": 90000, \"currency\": \"USD\"}}",
                        Map.of("If-Match", "\"1\""));

        var path = "/v1/proposals/" + adas + "/acceptance";
        var blind = api.send("POST", path, client, null, Map.of("If-Match", "\"1\""));
        var informed = api.send("POST", path, client, null, Map.of("If-Match", "\"2\""));

        assertThat(revised.body().path("milestones").path(0).path("amount").path("amount").asLong())
                .isEqualTo(90_000);
        assertThat(blind.problem()).isEqualTo("request/stale");
        assertThat(informed.status()).isEqualTo(200);
    }

    private List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Answer>();
            for (var running : threads.invokeAll(List.of(one, other))) {
                answers.add(running.get());
            }
            return answers;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private long reopenings() {
        return probe.all(JobReopenedV1.class).stream().filter(m -> is(m.jobId(), job)).count();
    }

    private static boolean is(Object id, String text) {
        return id.toString().equals(text);
    }

    private ContractActivatedV1 activated() {
        return activated(adas);
    }

    private ContractActivatedV1 activated(String proposal) {
        return new ContractActivatedV1(
                contract,
                "C-1",
                JobId.of(job),
                ProposalId.of(proposal),
                "Logo",
                client.side(),
                ada.side(),
                PRICE,
                NOW);
    }

    private ContractCancelledV1 cancelled(String proposal) {
        return new ContractCancelledV1(
                contract,
                "C-1",
                JobId.of(job),
                ProposalId.of(proposal),
                "Logo",
                client.side(),
                ada.side(),
                "FUNDING_TIMEOUT",
                NOW);
    }

    private ContractTerminatedV1 terminated() {
        return new ContractTerminatedV1(
                contract,
                "C-1",
                JobId.of(job),
                ProposalId.of(adas),
                "Logo",
                client.side(),
                ada.side(),
                NOW);
    }

    private ContractCompletedV1 completed() {
        return new ContractCompletedV1(
                contract,
                "C-1",
                JobId.of(job),
                ProposalId.of(adas),
                "Logo",
                client.side(),
                ada.side(),
                PRICE,
                NOW);
    }
}
