package guildhall.payment.subscription.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.InvoiceEvents.InvoiceIssuedV1;
import guildhall.messages.payment.InvoiceEvents.InvoicePaidV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionActivatedV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionCancelledV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionExpiredV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionPastDueV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionRenewsSoonV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.subscription.Plans;
import guildhall.payment.subscription.SubscriptionEvent;
import guildhall.payment.subscription.SubscriptionRejection;
import guildhall.payment.subscription.SubscriptionRejection.AlreadySubscribed;
import guildhall.payment.subscription.Subscriptions;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.Retries;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Subscriptions from the trial to the last try to charge them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class SubscriptionIT {
    static final String PLUS = "{\"plan\": \"plus\"}";
    static final String PRO = "{\"plan\": \"pro\"}";

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired SubscriptionTransactions transactions;
    @Autowired Subscriptions subscriptions;
    @Autowired Plans plans;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void goesFromTheTrialThroughAMissedChargeToPaid() {
        var path = subscribe(PLUS);
        var id = id(path);
        var trial = kafka.await(SubscriptionActivatedV1.class, e -> e.subscriptionId().equals(id));
        var trialEnd = trial.until();

        advance(id, trialEnd);
        var missed = kafka.await(SubscriptionPastDueV1.class, e -> e.subscriptionId().equals(id));
        var invoice = kafka.await(InvoiceIssuedV1.class, e -> e.recipient().equals(client.party()));
        get(path, client).expectBody().jsonPath("$.status").isEqualTo("PAST_DUE");
        post(path + "/payment", client, "").expectStatus().isEqualTo(422);
        money.deposit(client.party(), 50_00);
        post(path + "/payment", client, "").expectStatus().isOk();

        assertThat(trial.trial()).isTrue();
        assertThat(trial.entitlements()).hasSize(2);
        assertThat(missed.nextAttemptAt()).isEqualTo(trialEnd.plus(Duration.ofDays(1)));
        kafka.await(InvoicePaidV1.class, e -> e.invoiceId().equals(invoice.invoiceId()));
        get(path, client).expectBody().jsonPath("$.status").isEqualTo("ACTIVE");
        assertThat(money.available(client.party())).isEqualTo(38_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void tellsOfAChargeBeforeItComes() {
        var id = id(subscribe(PLUS));
        var trial = kafka.await(SubscriptionActivatedV1.class, e -> e.subscriptionId().equals(id));
        var notice = trial.until().minus(Duration.ofDays(3));
        assertThat(wakeAt(id)).isEqualTo(notice);

        advance(id, notice);
        var told = kafka.await(SubscriptionRenewsSoonV1.class, e -> e.subscriptionId().equals(id));

        assertThat(told.price()).isEqualTo(Money.of(12_00, "USD"));
        assertThat(told.renewsAt()).isEqualTo(trial.until());
        assertThat(wakeAt(id)).isEqualTo(trial.until());
    }

    @Test
    void chargesNothingToAFrozenWallet() {
        var path = subscribe(PLUS);
        var id = id(path);
        money.deposit(client.party(), 50_00);
        money.freeze(client.party());

        advance(id, now().plus(Duration.ofDays(15)));
        kafka.await(SubscriptionPastDueV1.class, e -> e.subscriptionId().equals(id));
        post(path + "/payment", client, "")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/wallet-frozen");

        assertThat(money.available(client.party())).isEqualTo(50_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void upgradesAtOnceAndDowngradesLater() {
        var path = subscribe(PLUS);
        var id = id(path);
        money.deposit(client.party(), 100_00);
        advance(id, now().plus(Duration.ofDays(15)));
        var paid = money.available(client.party());

        post(path + "/plan", client, PRO)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.plan.plan")
                .isEqualTo("pro");
        post(path + "/plan", client, PLUS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextPlan")
                .isEqualTo("plus");

        assertThat(paid).isEqualTo(88_00);
        assertThat(money.available(client.party())).isEqualTo(71_00);
        post(path + "/plan", client, "{\"plan\": \"gold\"}").expectStatus().isEqualTo(422);
        money.assertLedgerAddsUp();
    }

    @Test
    void chargesOnceHoweverOftenItIsAsked() {
        var retries = new Retries(new ServiceApi(port), database, "subscription");
        var path = "/v1/subscriptions/" + retries.post("/v1/subscriptions", client, PLUS).id();
        advance(id(path), now().plus(Duration.ofDays(15)));
        money.deposit(client.party(), 50_00);

        retries.post(path + "/payment", client);
        retries.post(path + "/plan", client, PRO);
        retries.post(path + "/plan", client, PLUS);
        retries.post(path + "/cancellation", client);
        var left = money.available(client.party());
        retries.repeatTheirAnswers();

        assertThat(left).isLessThan(38_00);
        assertThat(money.available(client.party())).isEqualTo(left);
        money.assertLedgerAddsUp();
    }

    @Test
    void keepsBenefitsUntilTheEndAfterACancellation() {
        var path = subscribe(PLUS);
        var id = id(path);

        post(path + "/cancellation", client, "").expectStatus().isOk();
        var cancelled =
                kafka.await(SubscriptionCancelledV1.class, e -> e.subscriptionId().equals(id));
        advance(id, cancelled.endsAt());

        kafka.await(SubscriptionExpiredV1.class, e -> e.subscriptionId().equals(id));
        get(path, client).expectBody().jsonPath("$.status").isEqualTo("EXPIRED");
        get(path, TestCaller.client()).expectStatus().isNotFound();
        // The next one has no trial, and there is no money.
        post("/v1/subscriptions", client, PLUS).expectStatus().isEqualTo(422);
    }

    @Test
    void givesUpAfterTheLastTryAndVoidsTheInvoice() {
        var path = subscribe(PLUS);
        var id = id(path);
        for (int i = 0; i < 5; i++) {
            advance(id, now().plus(Duration.ofDays(40)));
        }

        kafka.await(SubscriptionExpiredV1.class, e -> e.subscriptionId().equals(id));
        get("/v1/invoices", client).expectBody().jsonPath("$.items[0].status").isEqualTo("VOID");
    }

    @Test
    void isWokenByItsTimer() {
        var id = id(subscribe(PLUS));

        assertThat(
                        jdbc.sql(
                                        """
                                        update scheduled_tasks set execution_time = now()
                                        where task_name = 'subscription' and task_instance = ?
                                        """)
                                .param(id.toString())
                                .update())
                .isEqualTo(1);

        // It comes far too early, does nothing and waits for the right time again.
        await().untilAsserted(() ->
                assertThat(
                                jdbc.sql(
                                                """
                                                select count(*) from scheduled_tasks
                                                where task_name = 'subscription'
                                                    and task_instance = ?
                                                    and execution_time
                                                        > now() + interval '10 days'
                                                """)
                                        .param(id.toString())
                                        .query(Long.class)
                                        .single())
                        .isEqualTo(1));
        assertThat(kafka.all(SubscriptionPastDueV1.class))
                .noneMatch(e -> e.subscriptionId().equals(id));
    }

    @Test
    void subscribesAPartyOnceHoweverManyAskAtOnce() throws Exception {
        var plan = plans.find("plus", now()).orElseThrow();
        var work =
                IntStream.range(0, 16)
                        .<Callable<Decision<SubscriptionEvent, SubscriptionRejection>>>mapToObj(_ ->
                                () ->
                                        transactions.subscribe(
                                                new SubscriptionId(Ids.next()),
                                                client.side(),
                                                plan,
                                                now()))
                        .toList();

        var decisions = new ArrayList<Decision<SubscriptionEvent, SubscriptionRejection>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work)) {
                decisions.add(done.get());
            }
        }

        assertThat(decisions).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(decisions)
                .filteredOn(Rejected.class::isInstance)
                .hasSize(15)
                .containsOnly(Decision.reject(new AlreadySubscribed()));
        assertThat(subscriptions.of(client.party(), 100)).hasSize(1);
        post("/v1/subscriptions", client, PLUS).expectStatus().isEqualTo(409);
    }

    private void advance(SubscriptionId id, Instant at) {
        transactions.advance(id, at);
    }

    private Instant wakeAt(SubscriptionId id) {
        return requireNonNull(
                        jdbc.sql(
                                        """
                                        select execution_time from scheduled_tasks
                                        where task_name = 'subscription' and task_instance = ?
                                        """)
                                .param(id.toString())
                                .query(OffsetDateTime.class)
                                .single())
                .toInstant();
    }

    private String subscribe(String body) {
        var location =
                post("/v1/subscriptions", client, body)
                        .expectStatus()
                        .isCreated()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation();
        return requireNonNull(location).toString();
    }

    private static SubscriptionId id(String path) {
        return SubscriptionId.of(path.substring(path.lastIndexOf('/') + 1));
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private RestTestClient.ResponseSpec post(String path, TestCaller caller, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
