package guildhall.payment;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceIssuedV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountActivatedV1;
import guildhall.messages.payment.WalletEvents.FundsClearedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import guildhall.testkit.openapi.Kind;
import guildhall.testkit.openapi.OpenApiProbe;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service as its clients and finance staff meet it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.clearing.safety-window=1s",
            "guildhall.payment.clearing.sweep-every=100ms",
            "guildhall.payment.payout-account.hold=0s"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class PaymentApiIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void showsARunFromDepositToClearedEarnings() {
        var deal = money.deal(1_000_00, client.side());
        var talent = TestCaller.talent(deal.payee().user(), deal.payee().party().id());
        money.deposit(client.party(), 1_500_00);
        var preview = previewFee(talent, 1_000_00);
        kafka.publish(deal.fund(1));
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), new ReleaseId(Ids.next()), usd(1_000_00)));

        var released = kafka.await(EscrowReleasedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var cleared =
                kafka.await(FundsClearedV1.class, e -> e.owner().equals(deal.payee().party()));

        assertThat(released.fee().minorUnits()).isEqualTo(preview).isEqualTo(150_00);
        assertThat(cleared.amount()).isEqualTo(usd(850_00));
        assertThat(cleared.clearedAt()).isAfterOrEqualTo(released.releasedAt().plusSeconds(1));
        get("/v1/wallets", talent)
                .expectBody()
                .jsonPath("$.items[0].available.amount")
                .isEqualTo(850_00)
                .jsonPath("$.items[0].pending.amount")
                .isEqualTo(0);
        get("/v1/wallets/USD/statement?limit=2", talent)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].account")
                .isEqualTo("AVAILABLE")
                .jsonPath("$.items[0].reason")
                .isEqualTo("CLEARANCE")
                .jsonPath("$.items[0].balanceAfter.amount")
                .isEqualTo(850_00)
                .jsonPath("$.next")
                .isNotEmpty();
        get(
                        "/v1/wallets/USD/statement?from=2020-01-01T00:00:00Z&until=2020-02-01T00:00:00Z",
                        talent)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        get("/v1/escrows?contractId=" + deal.contract(), client)
                .expectBody()
                .jsonPath("$.items[0].status")
                .isEqualTo("RELEASED")
                .jsonPath("$.items[0].movements[0].fee.amount")
                .isEqualTo(150_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void showsMoneyToItsOwnerAndToFinanceOnly() {
        var deal = money.deal(10_00, client.side());
        money.deposit(client.party(), 10_00);
        kafka.publish(deal.fund(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(money.escrowed(deal.escrow())).isEqualTo(10_00));
        var stranger = TestCaller.client();
        var finance = TestCaller.staff("FINANCE_OPS");
        var escrow = "/v1/escrows/" + deal.escrow();
        var wallet = "/v1/wallets/USD?party=" + client.party();

        get(escrow, client).expectStatus().isOk();
        get(escrow, finance).expectStatus().isOk();
        get(escrow, stranger).expectStatus().isNotFound();
        get(escrow, TestCaller.staff("SUPPORT_AGENT")).expectStatus().isNotFound();
        get(wallet, finance).expectBody().jsonPath("$.escrowed.amount").isEqualTo(10_00);
        get(wallet, stranger).expectStatus().isNotFound();
        get("/v1/wallets/USD", TestCaller.staff("ADMIN")).expectStatus().isForbidden();
        get("/v1/ledger/trial-balance", client).expectStatus().isForbidden();
        get("/v1/ledger/trial-balance", finance)
                .expectBody()
                .jsonPath("$.balanced")
                .isEqualTo(true)
                .jsonPath("$.difference")
                .isEqualTo(0);
    }

    @Test
    void answersBadInputWithTheRightProblem() {
        var deal = money.deal(10_00, client.side());
        money.deposit(client.party(), 10_00);
        kafka.publish(deal.fund(1));
        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));

        var topUp = topUp();
        kafka.await(PaymentSucceededV1.class, e -> e.owner().equals(client.party()));
        var account = payoutAccount();
        kafka.await(PayoutAccountActivatedV1.class, e -> e.owner().equals(client.party()));

        OpenApiProbe.at("http://localhost:" + port)
                .as(client)
                .only("/v1/wallets", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/top-ups", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/fee-previews") // The two in the example are strangers.
                .only("/v1/earnings", Kind.CLIENT, Kind.TALENT)
                .only("GET /v1/invoices", Kind.CLIENT, Kind.TALENT)
                .only("/v1/billing-profile", Kind.CLIENT, Kind.TALENT)
                .only("GET /v1/credits", Kind.CLIENT, Kind.TALENT)
                .only("GET /v1/credits/movements", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/credits/purchases", Kind.CLIENT)
                .foreign("/v1/credits/purchases/{id}", creditPurchase())
                .only("GET /v1/subscriptions", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/subscriptions", Kind.CLIENT, Kind.TALENT)
                .foreign("/v1/subscriptions/{id}", subscription())
                .foreign("/v1/invoices/{id}", invoice())
                .foreign("/v1/escrows/{id}", deal.escrow())
                .foreign("/v1/escrows/{escrowId}/tips", deal.escrow())
                .only("/v1/payment-methods", Kind.CLIENT, Kind.TALENT)
                .foreign("/v1/payment-methods/{id}", paymentMethod())
                .only("GET /v1/payout-accounts", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/payout-accounts", Kind.CLIENT, Kind.TALENT)
                .only("GET /v1/payouts", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/payouts", Kind.CLIENT, Kind.TALENT)
                .only("GET /v1/refunds", Kind.CLIENT, Kind.TALENT)
                .only("POST /v1/refunds", Kind.CLIENT, Kind.TALENT)
                .foreign("/v1/top-ups/{id}", topUp)
                .foreign("/v1/payout-accounts/{id}", account)
                .foreign("/v1/payouts/{id}", payout(account))
                .foreign("/v1/refunds/{id}", refund(topUp))
                .except("POST /v1/webhooks/sandbox", "answers 401 to all that is not signed")
                .run()
                .assertClean();
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    /** Of something that was released between two others. */
    private InvoiceId invoice() {
        var deal = money.deal(10_00);
        money.deposit(deal.payer().party(), 10_00);
        kafka.publish(deal.fund(1));
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), new ReleaseId(Ids.next()), usd(10_00)));
        return kafka.await(InvoiceIssuedV1.class, e -> e.recipient().equals(deal.payer().party()))
                .invoiceId();
    }

    private String subscription() {
        return made("/v1/subscriptions", "{\"plan\": \"plus\"}");
    }

    private String creditPurchase() {
        return made("/v1/credits/purchases", "{\"pack\": \"starter\"}");
    }

    private String topUp() {
        return made("/v1/top-ups", "{\"amount\": {\"amount\": 5000, \"currency\": \"USD\"}}");
    }

    private String payoutAccount() {
        return made(
                "/v1/payout-accounts",
                """
                {"method": "BANK_TRANSFER", "currency": "USD", "token": "tok_4242"}
                """);
    }

    private String payout(String account) {
        return made(
                "/v1/payouts",
                """
                {"accountId": "%s", "amount": {"amount": 1000, "currency": "USD"}}
                """
                        .formatted(account));
    }

    private String refund(String topUp) {
        return made(
                "/v1/refunds",
                """
                {"topUpId": "%s", "amount": {"amount": 1000, "currency": "USD"},
                 "reason": "Too much"}
                """
                        .formatted(topUp));
    }

    /** The id of what the client asked for. */
    private String made(String path, String body) {
        record Made(String id) {}
        var made =
                http.post()
                        .uri(path)
                        .header("Authorization", client.bearer())
                        .header("Idempotency-Key", Ids.next().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange()
                        .expectStatus()
                        .is2xxSuccessful()
                        .returnResult(Made.class)
                        .getResponseBody();
        return requireNonNull(made).id();
    }

    /** The id of one that the client has begun. */
    private String paymentMethod() {
        record Begun(String id) {}
        var begun =
                http.post()
                        .uri("/v1/payment-methods")
                        .header("Authorization", client.bearer())
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .returnResult(Begun.class)
                        .getResponseBody();
        return requireNonNull(begun).id();
    }

    private long previewFee(TestCaller talent, long amount) {
        var body =
                """
                {"client": {"type": "BUSINESS", "id": "%s"},
                 "talent": {"type": "TALENT", "id": "%s"},
                 "amount": {"amount": %d, "currency": "USD"}}
                """
                        .formatted(client.party().id(), talent.party().id(), amount);
        record Preview(Money fee) {}
        var preview =
                http.post()
                        .uri("/v1/fee-previews")
                        .header("Authorization", talent.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(Preview.class)
                        .getResponseBody();
        return requireNonNull(preview).fee().minorUnits();
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
