package guildhall.payment.reconciliation.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.ReconciliationEvents.ReconciliationDifferenceFoundV1;
import guildhall.messages.payment.ReconciliationEvents.ReconciliationPeriodClosedV1;
import guildhall.messages.payment.RefundEvents.RefundProcessedV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.Retries;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The books against the sandbox provider's statement; each test in a currency of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.reconciliation.grace=0s",
            "guildhall.payment.reconciliation.lag=0s",
            "guildhall.payment.reconciliation.batch=3"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class ReconciliationIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final TestCaller ANN = TestCaller.staff("FINANCE_OPS");
    static final TestCaller BOB = TestCaller.staff("FINANCE_OPS");

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired TopUps topUps;
    @Autowired PaymentProvider provider;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    record Statement(
            String id, Instant until, long closingBalance, int newEntries, long difference) {}

    record MovementView(long line) {}

    record Difference(
            String id, String status, String finding, long change, MovementView movement) {}

    record Differences(List<Difference> items) {}

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void closesAtZeroWhenBothSidesAgree() {
        topUp(100_00, "EUR");
        topUp(200_00, "EUR");
        topUp(100_67, "EUR");
        awaitAvailable(400_67);

        var statement = importStatement("EUR");
        var again = importStatement("EUR");

        assertThat(statement.newEntries()).isEqualTo(4);
        assertThat(statement.closingBalance()).isEqualTo(400_67 - 1_51);
        assertThat(again.newEntries()).isZero();
        assertThat(balance("PROCESSOR_FEES", "EUR")).isEqualTo(-1_51);
        assertThat(balance("CASH_CLEARING", "EUR")).isEqualTo(-again.closingBalance());
        close("EUR", statement.until().minusMillis(1))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(
                        "https://api.guildhall.example/problems/payment/no-statement-ends-there");
        close("EUR", again.until())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.opening")
                .isEqualTo(0)
                .jsonPath("$.movements[?(@.kind == 'CHARGE')].change")
                .isEqualTo(400_67)
                .jsonPath("$.closing")
                .isEqualTo(399_16)
                .jsonPath("$.difference")
                .isEqualTo(0);
        close("EUR", again.until()).expectStatus().isEqualTo(409);
        kafka.await(ReconciliationPeriodClosedV1.class, e -> e.currency().equals("EUR"));
        get("/v1/reconciliation/periods?limit=1", ANN).expectStatus().isOk();
        money.assertLedgerAddsUp();
    }

    @Test
    void closesAtZeroWithRefundsChargebacksAndTheirFees() {
        var refunded = topUp(100_00, "NOK");
        topUp(100_71, "NOK");
        topUp(100_79, "NOK");
        awaitAvailable(100_00 + 100_79);
        awaitDeliveries();
        var refund = refund(refunded, 40_00, "NOK");
        kafka.await(RefundProcessedV1.class, e -> e.refundId().equals(refund));
        awaitAvailable(60_00 + 100_79);

        var statement = importStatement("NOK");

        assertThat(statement.newEntries()).isEqualTo(8);
        assertThat(statement.closingBalance()).isEqualTo(60_00 + 100_79 - 15_00);
        assertThat(balance("PROCESSOR_FEES", "NOK")).isEqualTo(-15_00);
        assertThat(balance("CASH_CLEARING", "NOK")).isEqualTo(-statement.closingBalance());
        assertThat(count("select count(*) from cash_difference where currency = 'NOK'")).isZero();
        close("NOK", statement.until())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.movements[?(@.kind == 'REFUND')].change")
                .isEqualTo(-40_00)
                .jsonPath("$.movements[?(@.kind == 'CHARGEBACK')].change")
                .isEqualTo(-100_71)
                .jsonPath("$.movements[?(@.kind == 'FEE')].change")
                .isEqualTo(-15_00)
                .jsonPath("$.difference")
                .isEqualTo(0);
        money.assertLedgerAddsUp();
    }

    @Test
    void settlesWhatDoesNotAgreeOnTheWordOfTwo() {
        topUp(100_61, "GBP");
        topUp(100_63, "GBP");
        topUp(100_69, "GBP");
        awaitAvailable(301_93);

        var statement = importStatement("GBP");
        var missing = difference("MISSING", 100_61);
        var differs = difference("MISSING", 100_63);
        var unexplained = difference("UNEXPLAINED", 99_63);
        var windfall = difference("UNEXPLAINED", 5_00);

        assertThat(balance("SUSPENSE", "GBP")).isEqualTo(104_63);
        kafka.await(
                ReconciliationDifferenceFoundV1.class,
                e -> e.differenceId().toString().equals(windfall.id()));
        close("GBP", statement.until()).expectStatus().isEqualTo(409);

        propose(missing, "{\"settlement\": \"REVERSAL\", \"reason\": \"Never arrived\"}", ANN);
        decide(missing, "approval", ANN).expectStatus().isEqualTo(409);
        decide(missing, "approval", BOB).expectStatus().isOk();
        decide(missing, "approval", BOB).expectStatus().isEqualTo(409);
        propose(
                unexplained,
                "{\"settlement\": \"TO_MOVEMENT\", \"movement\": %d, \"reason\": \"Their fee\"}"
                        .formatted(differs.movement().line()),
                ANN);
        decide(unexplained, "approval", BOB).expectStatus().isOk();
        var retries = new Retries(new ServiceApi(port), database, "cash_difference");
        var path = "/v1/reconciliation/differences/" + windfall.id();
        var toClient =
                """
                {"settlement": "TO_WALLET", "reason": "Goodwill",
                 "owner": {"type": "BUSINESS", "id": "%s"}}
                """
                        .formatted(client.party().id());
        retries.post(
                path + "/proposal", BOB, "{\"settlement\": \"WRITE_OFF\", \"reason\": \"Ours?\"}");
        retries.post(path + "/rejection", ANN, "{\"reason\": \"No\"}");
        retries.post(path + "/proposal", ANN, toClient);
        retries.repeatTheirAnswers();
        retries.post(path + "/approval", BOB, "{\"reason\": \"Yes\"}");
        retries.repeatTheirAnswers();

        assertThat(money.available(client.party())).isEqualTo(301_93 - 100_61 + 5_00);
        assertThat(balance("SUSPENSE", "GBP")).isZero();
        assertThat(balance("PROCESSOR_FEES", "GBP")).isEqualTo(-1_00);
        assertThat(balance("CASH_CLEARING", "GBP")).isEqualTo(-205_32);
        assertThat(differences("OPEN,PROPOSED")).noneMatch(d -> d.change() == 100_63);
        close("GBP", importStatement("GBP").until())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.closing")
                .isEqualTo(205_32)
                .jsonPath("$.difference")
                .isEqualTo(0);
        get("/v1/operations/payment/audit?limit=1", TestCaller.staff("ADMIN"))
                .expectBody()
                .jsonPath("$.items[0].act")
                .isEqualTo("reconciliation.close");
        money.assertLedgerAddsUp();
    }

    @Test
    void explainsByItselfWhatArrivesLate() {
        var topUp = requested(100_23, "CHF");
        provider.submit(topUp.id(), topUp.amount());
        await().atMost(PATIENCE)
                .until(() -> provider.query(topUp.id()).orElseThrow() instanceof Captured);
        importStatement("CHF");
        var suspended = difference("UNEXPLAINED", 100_23);

        var charge = provider.query(topUp.id()).orElseThrow();
        topUps.handle(new ConfirmCapture(topUp.id(), charge.reference(), topUp.amount(), now()));
        var statement = importStatement("CHF");

        get("/v1/reconciliation/differences/" + suspended.id(), ANN)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SETTLED")
                .jsonPath("$.proposal")
                .doesNotExist();
        assertThat(balance("SUSPENSE", "CHF")).isZero();
        assertThat(money.available(client.party())).isEqualTo(100_23);
        assertThat(balance("CASH_CLEARING", "CHF")).isEqualTo(-statement.closingBalance());
        close("CHF", statement.until()).expectStatus().isCreated();
    }

    @Test
    void doesEverythingOnceHoweverManyTryAtTheSameTime() throws Exception {
        topUp(100_00, "SEK");
        topUp(100_67, "SEK");
        topUp(100_69, "SEK");
        topUp(100_61, "SEK");
        awaitAvailable(401_97);

        together(8, () -> importStatement("SEK"));
        var windfall = difference("UNEXPLAINED", 5_00, "SEK");
        propose(windfall, "{\"settlement\": \"WRITE_OFF\", \"reason\": \"Ours\"}", ANN);
        var answers =
                together(
                        8,
                        () ->
                                decide(windfall, "approval", TestCaller.staff("ADMIN"))
                                        .returnResult(String.class)
                                        .getStatus()
                                        .value());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).allMatch(status -> status == 200 || status == 409);
        assertThat(balance("PROCESSOR_FEES", "SEK")).isEqualTo(-1_51 + 5_00);
        assertThat(balance("SUSPENSE", "SEK")).isZero();
        assertThat(count("select count(*) from provider_entry where currency = 'SEK'"))
                .isEqualTo(5);
        assertThat(count("select count(*) from cash_difference where currency = 'SEK'"))
                .isEqualTo(2);
        money.assertLedgerAddsUp();
    }

    @Test
    void isForFinanceStaffOnly() {
        for (var caller : List.of(client, TestCaller.staff("SUPPORT_AGENT"))) {
            get("/v1/reconciliation/statements", caller).expectStatus().isForbidden();
            get("/v1/reconciliation/differences", caller).expectStatus().isForbidden();
            get("/v1/reconciliation/periods", caller).expectStatus().isForbidden();
        }
    }

    private static <T> List<T> together(int times, Callable<T> work)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var running : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                answers.add(running.get());
            }
            return answers;
        }
    }

    private String topUp(long amount, String currency) {
        return accepted(
                "/v1/top-ups",
                "{\"amount\": {\"amount\": %d, \"currency\": \"%s\"}}".formatted(amount, currency));
    }

    private CardRefundId refund(String topUp, long amount, String currency) {
        return CardRefundId.of(
                accepted(
                        "/v1/refunds",
                        """
                        {"topUpId": "%s", "amount": {"amount": %d, "currency": "%s"},
                         "reason": "Paid too much"}
                        """
                                .formatted(topUp, amount, currency)));
    }

    private String accepted(String path, String body) {
        record Accepted(String id) {}
        return requireNonNull(
                        post(path, body, client)
                                .expectStatus()
                                .isAccepted()
                                .returnResult(Accepted.class)
                                .getResponseBody())
                .id();
    }

    /** Until the provider has nothing left to tell. */
    private void awaitDeliveries() {
        await().atMost(PATIENCE).until(() -> count("select count(*) from sandbox_delivery") == 0);
    }

    /** Stored, but the provider does not know of it and nobody will ask. */
    private TopUp requested(long amount, String currency) {
        var topUp =
                new TopUp(
                        new PaymentIntentId(Ids.next()),
                        client.side(),
                        new Money(amount, Currency.getInstance(currency)),
                        Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MICROS));
        topUps.handle(new RequestTopUp(topUp));
        return topUp;
    }

    private Statement importStatement(String currency) {
        return requireNonNull(
                post(
                                "/v1/reconciliation/statements",
                                "{\"currency\": \"%s\"}".formatted(currency),
                                ANN)
                        .expectStatus()
                        .isCreated()
                        .returnResult(Statement.class)
                        .getResponseBody());
    }

    private List<Difference> differences(String statuses) {
        return requireNonNull(
                        get("/v1/reconciliation/differences?limit=100&status=" + statuses, ANN)
                                .expectStatus()
                                .isOk()
                                .returnResult(Differences.class)
                                .getResponseBody())
                .items();
    }

    private Difference difference(String finding, long change) {
        return differences("OPEN").stream()
                .filter(d -> d.finding().equals(finding) && d.change() == change)
                .findFirst()
                .orElseThrow();
    }

    private Difference difference(String finding, long change, String currency) {
        var id =
                jdbc.sql(
                                """
                                select difference_id::text from cash_difference
                                join provider_entry using (entry_no)
                                where cash_difference.currency = ? and change = ?
                                """)
                        .params(currency, change)
                        .query(String.class)
                        .single();
        return differences("OPEN").stream()
                .filter(d -> d.id().equals(id) && d.finding().equals(finding))
                .findFirst()
                .orElseThrow();
    }

    private void propose(Difference difference, String body, TestCaller caller) {
        post("/v1/reconciliation/differences/" + difference.id() + "/proposal", body, caller)
                .expectStatus()
                .isOk();
    }

    private ResponseSpec decide(Difference difference, String act, TestCaller caller) {
        return post(
                "/v1/reconciliation/differences/" + difference.id() + "/" + act,
                "{\"reason\": \"Seen the papers\"}",
                caller);
    }

    private ResponseSpec close(String currency, Instant until) {
        return post(
                "/v1/reconciliation/periods",
                "{\"currency\": \"%s\", \"until\": \"%s\", \"reason\": \"Month end\"}"
                        .formatted(currency, until),
                ANN);
    }

    private ResponseSpec post(String path, String body, TestCaller caller) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private void awaitAvailable(long amount) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(money.available(client.party())).isEqualTo(amount));
    }

    private long balance(String code, String currency) {
        return jdbc.sql("select balance from account where code = ? and currency = ?")
                .params(code, currency)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
