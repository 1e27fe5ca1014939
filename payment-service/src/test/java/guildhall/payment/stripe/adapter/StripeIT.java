package guildhall.payment.stripe.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import guildhall.messages.payment.ChargebackEvents.ChargebackReceivedV1;
import guildhall.messages.payment.ChargebackEvents.ChargebackReturnedV1;
import guildhall.messages.payment.RefundEvents.RefundFailedV1;
import guildhall.messages.payment.RefundEvents.RefundProcessedV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.payment.TestMoney;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The service with Stripe as its provider, against a stub of Stripe's API. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.provider=stripe",
            "guildhall.payment.stripe.secret-key=sk_test_of_nobody",
            "guildhall.payment.stripe.webhook-secret=" + StripeIT.SECRET,
            "guildhall.payment.stripe.first-retry-after=200ms",
            "guildhall.payment.stripe.retry-every=100ms",
            "guildhall.payment.stripe.most-tries=3",
            "guildhall.payment.stripe.retries=0",
            "guildhall.payment.reconciliation.grace=0s",
            "guildhall.payment.reconciliation.lag=0s"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class StripeIT {
    static final String SECRET = "whsec_only_for_tests";
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final TestCaller FINANCE = TestCaller.staff("FINANCE_OPS");
    static final StripeStub STRIPE = new StripeStub();

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    @DynamicPropertySource
    static void stub(DynamicPropertyRegistry properties) {
        properties.add("guildhall.payment.stripe.api-base", () -> STRIPE.base().toString());
    }

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    @BeforeEach
    void connect() {
        // Jetty's client gives a request up when a 401 overtakes the end of its body.
        http =
                RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                        .baseUrl("http://localhost:" + port)
                        .build();
    }

    @Test
    void creditsTheWalletOnceHoweverEventsArrive() {
        var topUp = topUp(500_00, "EUR");
        var intent = STRIPE.of(topUp);
        var confirmation = "/v1/top-ups/" + topUp + "/confirmation";
        get(confirmation, client)
                .expectBody()
                .jsonPath("$.clientSecret")
                .isEqualTo(intent.id + "_secret_x");
        get(confirmation, TestCaller.client()).expectStatus().isNotFound();
        get(confirmation, FINANCE).expectStatus().isNotFound();
        var processing = event("payment_intent.processing", intent);
        intent.status = "succeeded";
        var succeeded = event("payment_intent.succeeded", intent);

        deliver(succeeded).expectStatus().isNoContent();
        deliver(succeeded).expectStatus().isNoContent();
        deliver(processing).expectStatus().isNoContent();
        deliver(processing).expectStatus().isNoContent();

        kafka.await(PaymentSucceededV1.class, e -> e.owner().equals(client.party()));
        assertThat(money.available(client.party())).isEqualTo(500_00);
        get("/v1/top-ups/" + topUp, client)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUCCEEDED");
        get(confirmation, client).expectStatus().isEqualTo(409);
        assertThat(status(succeeded)).isEqualTo("DONE");
        money.assertLedgerAddsUp();
    }

    @Test
    void refundsAndTakesBackWhatTheBankReturnsLater() {
        var topUp = captured(100_00);
        var refund = refund(topUp, 60_00);
        var made = STRIPE.refundOf(refund);
        assertThat(money.available(client.party())).isEqualTo(40_00);

        deliver(event("refund.created", made.json())).expectStatus().isNoContent();
        made.status = "succeeded";
        var late = event("refund.updated", made.json());
        deliver(event("refund.updated", made.json())).expectStatus().isNoContent();
        kafka.await(RefundProcessedV1.class, e -> e.refundId().value().equals(refund));
        assertThat(get("/v1/refunds/" + refund)).isEqualTo("PROCESSED");
        made.status = "failed";
        made.failure = "expired_or_canceled_card";
        deliver(event("refund.failed", made.json())).expectStatus().isNoContent();
        deliver(event("charge.refund.updated", made.json())).expectStatus().isNoContent();
        deliver(late).expectStatus().isNoContent();

        var failed = kafka.await(RefundFailedV1.class, e -> e.refundId().value().equals(refund));
        assertThat(failed.reason()).isEqualTo("EXPIRED_OR_CANCELED_CARD");
        assertThat(get("/v1/refunds/" + refund)).isEqualTo("FAILED");
        assertThat(money.available(client.party())).isEqualTo(100_00);
        assertThat(outcomes(refund)).hasSize(5).isSubsetOf("APPLIED", "KNOWN");
        money.assertLedgerAddsUp();
    }

    @Test
    void tellsWhatStripeRefusedAtOnce() {
        var topUp = captured(100_00);
        STRIPE.failAt(
                "POST /v1/refunds",
                400,
                "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"charge_disputed\"}}");

        var refund = refund(topUp, 60_00);

        var failed = kafka.await(RefundFailedV1.class, e -> e.refundId().value().equals(refund));
        assertThat(failed.reason()).isEqualTo("CHARGE_DISPUTED");
        assertThat(money.available(client.party())).isEqualTo(100_00);
    }

    @Test
    void booksADisputeByWhatItDoesToTheBalance() {
        var topUp = captured(100_00);
        var id = "dp_" + topUp;

        var inquiry = dispute(id, topUp, "warning_needs_response");
        deliver(event("charge.dispute.created", inquiry)).expectStatus().isNoContent();
        assertThat(money.available(client.party())).isEqualTo(100_00);
        var taken = dispute(id, topUp, "needs_response", -100_00L);
        deliver(event("charge.dispute.funds_withdrawn", taken)).expectStatus().isNoContent();
        deliver(event("charge.dispute.updated", taken)).expectStatus().isNoContent();
        var received =
                kafka.await(
                        ChargebackReceivedV1.class, e -> e.paymentIntentId().value().equals(topUp));
        assertThat(received.reason()).isEqualTo("FRAUDULENT");
        assertThat(money.available(client.party())).isZero();
        var won = dispute(id, topUp, "won", -100_00L, 100_00L);
        deliver(event("charge.dispute.closed", won)).expectStatus().isNoContent();
        deliver(event("charge.dispute.funds_reinstated", won)).expectStatus().isNoContent();
        deliver(event("charge.dispute.updated", taken)).expectStatus().isNoContent();

        kafka.await(ChargebackReturnedV1.class, e -> e.paymentIntentId().value().equals(topUp));
        assertThat(money.available(client.party())).isEqualTo(100_00);
        assertThat(outcomes(topUp))
                .containsExactly("APPLIED", "APPLIED", "KNOWN", "APPLIED", "KNOWN", "KNOWN");
        money.assertLedgerAddsUp();
    }

    @Test
    void endsATopUpWithItsFirstFailedAttempt() {
        var intent = STRIPE.of(topUp(70_00, "EUR"));
        intent.declineCode = "insufficient_funds";

        deliver(event("payment_intent.payment_failed", intent)).expectStatus().isNoContent();
        deliver(event("payment_intent.canceled", intent)).expectStatus().isNoContent();

        var failed = kafka.await(PaymentFailedV1.class, e -> e.owner().equals(client.party()));
        assertThat(failed.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(intent.status).isEqualTo("canceled");
        assertThat(money.available(client.party())).isZero();
    }

    @Test
    void followsThePayerAtStripeAndCancelsThereFirst() {
        var topUp = topUp(70_00, "EUR");
        var intent = STRIPE.of(topUp);
        var path = "/v1/top-ups/" + topUp;
        get(path, client).expectBody().jsonPath("$.status").isEqualTo("REQUIRES_ACTION");
        intent.status = "requires_action";
        deliver(event("payment_intent.requires_action", intent)).expectStatus().isNoContent();
        assertThat(outcomes(topUp)).containsExactly("KNOWN");

        post(path + "/cancellation", "", client)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCELLED");
        deliver(event("payment_intent.canceled", intent)).expectStatus().isNoContent();

        assertThat(intent.status).isEqualTo("canceled");
        assertThat(intent.cancellation).isEqualTo("requested_by_customer");
        get(path, client).expectBody().jsonPath("$.cancelledBy").isEqualTo("PAYER");
        get(path + "/confirmation", client).expectStatus().isEqualTo(409);
        assertThat(outcomes(topUp)).containsExactly("KNOWN", "KNOWN");
    }

    @Test
    void believesStripeThatAPaymentWasCancelled() {
        var topUp = topUp(70_00, "EUR");
        var intent = STRIPE.of(topUp);
        intent.status = "canceled";

        deliver(event("payment_intent.canceled", intent)).expectStatus().isNoContent();

        get("/v1/top-ups/" + topUp, client)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCELLED")
                .jsonPath("$.cancelledBy")
                .isEqualTo("PROVIDER");
        assertThat(outcomes(topUp)).containsExactly("APPLIED");
    }

    @Test
    void submitsAgainWhenStripeWasBusy() {
        STRIPE.failOnce(429, "{\"error\": {\"code\": \"rate_limit\"}}");

        var topUp = topUp(30_00, "EUR");

        get("/v1/top-ups/" + topUp, client).expectBody().jsonPath("$.status").isEqualTo("CREATED");
        get("/v1/top-ups/" + topUp + "/confirmation", client).expectStatus().isEqualTo(409);
    }

    @Test
    void believesNobodyButStripe() {
        var intent = STRIPE.of(topUp(80_00, "EUR"));
        intent.status = "succeeded";
        var succeeded = event("payment_intent.succeeded", intent);
        var stale = Instant.now().minusSeconds(301);

        deliver(succeeded, "").expectStatus().isUnauthorized();
        deliver(succeeded + " ", sign(succeeded, Instant.now())).expectStatus().isUnauthorized();
        deliver(succeeded, sign(succeeded, stale)).expectStatus().isUnauthorized();
        deliver("[]").expectStatus().isBadRequest();
        var other =
                "{\"id\": \"evt_other\", \"type\": \"invoice.paid\", \"created\": 1, \"data\": {\"object\": {}}}";
        deliver(other).expectStatus().isNoContent();

        assertThat(money.available(client.party())).isZero();
        assertThat(status(succeeded)).isEmpty();
        assertThat(status(other)).isEmpty();
    }

    @Test
    void triesAgainWhatFailedAndLeavesTheRestToStaff() {
        var intent = STRIPE.of(topUp(90_00, "EUR"));
        intent.declineCode = "card_declined";
        var failed = event("payment_intent.payment_failed", intent);
        for (int i = 0; i < 3; i++) {
            STRIPE.failOnce(500, "{\"error\": {\"type\": \"api_error\"}}");
        }

        deliver(failed).expectStatus().isNoContent();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(failed)).isEqualTo("GIVEN_UP"));
        get("/v1/webhook-events/stripe", client).expectStatus().isForbidden();
        get("/v1/webhook-events/stripe?status=GIVEN_UP", FINANCE)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id(failed))
                .jsonPath("$.items[0].tries")
                .isEqualTo(3)
                .jsonPath("$.items[0].failure")
                .isEqualTo("ProviderUnavailableException")
                .jsonPath("$.items[0].body")
                .doesNotExist();
        retry(failed).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("DONE");
        retry(failed).expectStatus().isEqualTo(409);
        kafka.await(PaymentFailedV1.class, e -> e.owner().equals(client.party()));
    }

    @Test
    void reconcilesStripesBalance() {
        var intent = STRIPE.of(topUp(100_00, "USD"));
        intent.status = "succeeded";
        deliver(event("payment_intent.succeeded", intent)).expectStatus().isNoContent();
        STRIPE.transactions.add(
                """
                {"id": "txn_1", "object": "balance_transaction", "amount": 10000, "fee": 320,
                 "net": 9680, "created": %d, "currency": "usd", "type": "charge",
                 "reporting_category": "charge", "status": "pending",
                 "source": {"id": "ch_1", "object": "charge", "payment_intent": "%s"}}
                """
                        .formatted(Instant.now().getEpochSecond() - 5, intent.id));
        STRIPE.transactions.add(moved("txn_2", "transfer", -45_00));
        STRIPE.transactions.add(moved("txn_3", "transfer_reversal", 45_00));
        STRIPE.pending = 96_80;

        post("/v1/reconciliation/statements", "{\"currency\": \"USD\"}", FINANCE)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.provider")
                .isEqualTo("stripe")
                .jsonPath("$.newEntries")
                .isEqualTo(4)
                .jsonPath("$.difference")
                .isEqualTo(0);

        get("/v1/reconciliation/differences", FINANCE)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        assertThat(
                        jdbc.sql(
                                        """
                                        select balance from account
                                        where code = 'CASH_CLEARING' and currency = 'USD'
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(-96_80);
    }

    private UUID captured(long amount) {
        var topUp = topUp(amount, "EUR");
        var intent = STRIPE.of(topUp);
        intent.status = "succeeded";
        deliver(event("payment_intent.succeeded", intent)).expectStatus().isNoContent();
        return topUp;
    }

    private UUID refund(UUID topUp, long amount) {
        return accepted(
                "/v1/refunds",
                """
                {"topUpId": "%s", "amount": {"amount": %d, "currency": "EUR"},
                 "reason": "Paid too much"}
                """
                        .formatted(topUp, amount));
    }

    private static String dispute(String id, UUID topUp, String status, Long... changes) {
        var dispute =
                new StripeStub.Disputed(id, STRIPE.of(topUp).id, "eur", status, List.of(changes));
        STRIPE.disputes.put(id, dispute);
        return dispute.json();
    }

    /** What the service thinks of what Stripe said, oldest first. */
    private List<String> outcomes(UUID subject) {
        return jdbc.sql("select outcome from webhook_event where subject_id = ? order by event_no")
                .param(subject)
                .query(String.class)
                .list();
    }

    private String get(String path) {
        record Status(String status) {}
        return requireNonNull(get(path, client).returnResult(Status.class).getResponseBody())
                .status();
    }

    /** Of a payout that failed, so that its money came back. */
    private static String moved(String id, String category, long amount) {
        return """
        {"id": "%s", "object": "balance_transaction", "amount": %d, "fee": 0, "net": %d,
         "created": %d, "currency": "usd", "type": "%s", "reporting_category": "%s",
         "status": "available", "source": {"id": "tr_1", "object": "transfer",
          "metadata": {"guildhall_id": "01926a4e-0031-7000-8000-00005e1f0a11"}}}
        """
                .formatted(
                        id, amount, amount, Instant.now().getEpochSecond() - 5, category, category);
    }

    private UUID topUp(long amount, String currency) {
        return accepted(
                "/v1/top-ups",
                "{\"amount\": {\"amount\": %d, \"currency\": \"%s\"}}".formatted(amount, currency));
    }

    private UUID accepted(String path, String body) {
        record Accepted(UUID id) {}
        return requireNonNull(
                        post(path, body, client)
                                .expectStatus()
                                .isAccepted()
                                .returnResult(Accepted.class)
                                .getResponseBody())
                .id();
    }

    private static String event(String type, StripeStub.Intent intent) {
        return event(type, intent.json());
    }

    private static String event(String type, String thing) {
        return """
        {"id": "evt_%s", "object": "event", "api_version": "2026-01-28", "created": 1800000000,
         "type": "%s", "livemode": false, "pending_webhooks": 1, "data": {"object": %s}}\
        """
                .formatted(UUID.randomUUID(), type, thing);
    }

    private static String id(String event) {
        return event.split("\"")[3];
    }

    private String status(String event) {
        return jdbc.sql("select status from stripe_event where event_id = ?")
                .param(id(event))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private ResponseSpec retry(String event) {
        return post(
                "/v1/webhook-events/stripe/" + id(event) + "/retry",
                "{\"reason\": \"Back again\"}",
                FINANCE);
    }

    private ResponseSpec deliver(String body) {
        return deliver(body, sign(body, Instant.now()));
    }

    private ResponseSpec deliver(String body, String signature) {
        return http.post()
                .uri("/v1/webhooks/stripe")
                .header("Stripe-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String sign(String body, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, SECRET, at.getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
}
