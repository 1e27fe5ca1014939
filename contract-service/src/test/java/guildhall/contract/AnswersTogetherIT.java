package guildhall.contract;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneFundedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.WithInfrastructure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What payment answers to several releases, taken in one transaction. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
class AnswersTogetherIT {
    private static final String DONE = "{\"notes\": \"All drafts are in the folder\"}";
    private static final String THIRD = "{\"amount\": {\"amount\": 10000, \"currency\": \"USD\"}}";

    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transactions;

    ServiceApi api;

    @BeforeEach
    void connect() {
        api = new ServiceApi(port);
    }

    @Test
    void paysPartsAndRestsOfOneContractAndCompletesIt() throws Exception {
        var deal = Deal.inTwoSteps(probe);
        var sketches = deal.start();
        var logo = fundNext(deal, sketches);
        var path = "/v1/milestones/" + sketches.milestoneId();
        api.post(path + "/start", deal.talent);
        api.send("POST", path + "/partial-releases", deal.client, THIRD, ServiceApi.key());
        api.send("POST", path + "/partial-releases", deal.client, THIRD, ServiceApi.key());
        approve(deal, sketches);
        approve(deal, logo);
        var ofSketches = releases(sketches, 3);
        var ofLogo = releases(logo, 1);

        whileTheConsumerIsHeldUp(() -> {
            ofSketches.forEach(release -> deal.pay(sketches, release));
            ofLogo.forEach(release -> deal.pay(logo, release));
        });
        var completed =
                probe.await(
                        ContractCompletedV1.class,
                        m -> m.contractId().equals(sketches.contractId()));

        assertThat(completed.paid()).isEqualTo(deal.accepted.amount());
        var paid = api.get(path, deal.talent);
        assertThat(paid.text("/status")).isEqualTo("PAID");
        assertThat(paid.body().path("partialReleases").valueStream())
                .extracting(part -> part.path("payment").path("net").path("amount").asString())
                .containsExactly("9000", "9000");
        assertThat(api.get("/v1/milestones/" + logo.milestoneId(), deal.talent).text("/status"))
                .isEqualTo("PAID");
        assertThat(lastActions(deal, sketches))
                .startsWith("contract-completed")
                .containsExactlyInAnyOrder(
                        "contract-completed",
                        "milestone-paid",
                        "milestone-paid",
                        "partial-release-paid",
                        "partial-release-paid");
        assertThat(transactionsOf(sketches.contractId())).as("transactions").isOne();
    }

    private FundEscrowV1 fundNext(Deal deal, FundEscrowV1 first) {
        api.post("/v1/contracts/" + first.contractId() + "/funding", deal.client, "{}");
        var order =
                probe.await(
                        FundEscrowV1.class,
                        m ->
                                m.contractId().equals(first.contractId())
                                        && !m.milestoneId().equals(first.milestoneId()));
        deal.fund(order);
        probe.await(MilestoneFundedV1.class, m -> m.milestoneId().equals(order.milestoneId()));
        return order;
    }

    private void approve(Deal deal, FundEscrowV1 order) {
        var path = "/v1/milestones/" + order.milestoneId();
        api.post(path + "/submissions", deal.talent, DONE);
        assertThat(api.post(path + "/approval", deal.client).status()).isEqualTo(200);
    }

    private List<ReleaseEscrowV1> releases(FundEscrowV1 order, int count) {
        return await().until(
                        () ->
                                probe.all(ReleaseEscrowV1.class).stream()
                                        .filter(m -> m.escrowId().equals(order.escrowId()))
                                        .toList(),
                        all -> all.size() == count);
    }

    /** It waits for a lock on the contract of an answer before these. */
    private void whileTheConsumerIsHeldUp(Runnable publish) throws Exception {
        var deal = new Deal(probe);
        var order = deal.start();
        approve(deal, order);
        var before = deal.released(order, deal.release(order));
        var locked = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var holder =
                CompletableFuture.runAsync(() ->
                        transactions.executeWithoutResult(_ -> {
                            lock(order.contractId());
                            locked.countDown();
                            waitFor(mayEnd);
                        }));
        waitFor(locked);
        probe.publish(before);
        await().until(this::isTheConsumerWaiting);
        probe.publish(before); // An echo, for the fetch that is under way: it takes what is first.
        publish.run();
        mayEnd.countDown();
        holder.get(10, SECONDS);
        completed(before);
    }

    private void completed(EscrowReleasedV1 answer) {
        probe.await(ContractCompletedV1.class, m -> m.contractId().equals(answer.contractId()));
    }

    private void lock(ContractId contract) {
        sql.sql("select id from contract where id = :id for update")
                .param("id", contract.value())
                .query(_ -> {});
    }

    private boolean isTheConsumerWaiting() {
        return sql.sql(
                        """
                        select exists (
                            select from pg_stat_activity
                            where datname = current_database()
                                and wait_event_type = 'Lock'
                                and query like '%from contract%')
                        """)
                .query(Boolean.class)
                .single();
    }

    private List<String> lastActions(Deal deal, FundEscrowV1 order) {
        return api.get("/v1/contracts/" + order.contractId() + "/activity?limit=5", deal.client)
                .items("/action");
    }

    /** In how many its milestones were changed last. */
    private long transactionsOf(ContractId contract) {
        return sql.sql("select count(distinct xmin::text) from milestone where contract_id = :id")
                .param("id", contract.value())
                .query(Long.class)
                .single();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
