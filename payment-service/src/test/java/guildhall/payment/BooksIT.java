package guildhall.payment;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.messages.payment.WalletStateEvents.WalletClosedV1;
import guildhall.messages.payment.WalletStateEvents.WalletFrozenV1;
import guildhall.messages.payment.WalletStateEvents.WalletUnfrozenV1;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What staff does with the books, and what owners of wallets see of it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.clearing.safety-window=1s",
            "guildhall.payment.clearing.sweep-every=100ms"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class BooksIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final TestCaller COMPLIANCE = TestCaller.staff("COMPLIANCE");
    static final TestCaller FINANCE = TestCaller.staff("FINANCE_OPS");

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void keepsAFrozenWalletFromPayingUntilItIsUnfrozen() {
        var deal = money.deal(10_00, client.side());
        money.deposit(client.party(), 10_00);

        decide("freeze", COMPLIANCE).expectStatus().isOk();
        kafka.await(WalletFrozenV1.class, e -> e.owner().equals(client.party()));
        kafka.publish(deal.fund(1));
        var failed =
                kafka.await(EscrowFundingFailedV1.class, e -> e.escrowId().equals(deal.escrow()));
        topUp().expectStatus().isEqualTo(409);
        money.deposit(client.party(), 5_00);
        decide("unfreeze", COMPLIANCE).expectStatus().isOk();
        kafka.await(WalletUnfrozenV1.class, e -> e.owner().equals(client.party()));
        kafka.publish(deal.fund(2));
        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(failed.reason()).isEqualTo("WALLET_FROZEN");
        assertThat(money.available(client.party())).isEqualTo(5_00);
        get("/v1/wallets/USD/states?party=" + client.party(), FINANCE)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].status")
                .isEqualTo("FROZEN")
                .jsonPath("$.items[0].reason")
                .isEqualTo("Letter 7/27");
        get("/v1/operations/payment/audit?limit=2", COMPLIANCE)
                .expectBody()
                .jsonPath("$.items[0].act")
                .isEqualTo("wallet.unfreeze")
                .jsonPath("$.items[1].target")
                .isEqualTo(client.party() + "/USD");
        money.assertLedgerAddsUp();
    }

    @Test
    void letsNothingOutOfAWalletOnceTheFreezeWasAnswered() {
        var deals = Stream.generate(() -> money.deal(10_00, client.side())).limit(40).toList();
        money.deposit(client.party(), 400_00);
        deals.forEach(deal -> kafka.publish(deal.fund(1)));
        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deals.getFirst().escrow()));

        decide("freeze", FINANCE).expectStatus().isOk();
        var left = money.available(client.party());

        await().atMost(PATIENCE).until(() -> deals.stream().allMatch(money::isAnswered));
        assertThat(money.available(client.party())).isEqualTo(left);
        assertThat(deals.stream().mapToLong(deal -> money.escrowed(deal.escrow())).sum())
                .isEqualTo(400_00 - left);
        money.assertLedgerAddsUp();
    }

    @Test
    void closesAWalletOnlyWhenItIsFrozenAndEmpty() {
        decide("closure", FINANCE).expectStatus().isNotFound();
        money.deposit(client.party(), 10_00);
        decide("closure", FINANCE).expectStatus().isEqualTo(409);
        decide("freeze", TestCaller.staff("SUPPORT_AGENT")).expectStatus().isForbidden();
        decide("freeze", COMPLIANCE).expectStatus().isOk();
        decide("closure", COMPLIANCE).expectStatus().isForbidden();
        decide("closure", FINANCE)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/wallet-not-empty")
                .jsonPath("$.available.amount")
                .isEqualTo(10_00);
        money.withdraw(client.party(), 10_00);

        decide("closure", FINANCE).expectBody().jsonPath("$.status").isEqualTo("CLOSED");

        kafka.await(WalletClosedV1.class, e -> e.owner().equals(client.party()));
        decide("closure", FINANCE).expectStatus().isOk();
        decide("unfreeze", COMPLIANCE).expectStatus().isEqualTo(409);
        get("/v1/wallets/USD", client).expectBody().jsonPath("$.status").isEqualTo("CLOSED");
    }

    @Test
    void showsThePastOfAWalletAsBalancesAndAsAFile() {
        money.deposit(client.party(), 10_00);
        var between = Instant.now().plusMillis(1);
        await().until(() -> Instant.now().isAfter(between));
        money.deposit(client.party(), 2_50);
        var wallet = "/v1/wallets/USD";

        get(wallet + "/balance?at=" + between, client)
                .expectBody()
                .jsonPath("$.available.amount")
                .isEqualTo(10_00);
        get(wallet + "/balance", client)
                .expectBody()
                .jsonPath("$.available.amount")
                .isEqualTo(12_50)
                .jsonPath("$.pending.amount")
                .isEqualTo(0);
        get(wallet + "/balance?at=" + between + "&party=" + client.party(), TestCaller.talent())
                .expectStatus()
                .isNotFound();
        get(wallet + "/statement/summary?from=" + between, client)
                .expectBody()
                .jsonPath("$.available.opening.amount")
                .isEqualTo(10_00)
                .jsonPath("$.available.in.amount")
                .isEqualTo(2_50)
                .jsonPath("$.available.out.amount")
                .isEqualTo(0)
                .jsonPath("$.available.closing.amount")
                .isEqualTo(12_50);
        var file =
                get(wallet + "/statement.csv", client)
                        .expectHeader()
                        .contentType("text/csv;charset=UTF-8;header=present")
                        .returnResult(String.class)
                        .getResponseBody();
        assertThat(requireNonNull(file).split("\r\n"))
                .hasSize(3)
                .satisfies(rows -> assertThat(rows[1]).contains(",AVAILABLE,IN,10.00,USD,10.00,"))
                .satisfies(rows -> assertThat(rows[2]).contains(",AVAILABLE,IN,2.50,USD,12.50,"));
    }

    private ResponseSpec decide(String act, TestCaller staff) {
        return post(
                "/v1/wallets/USD/" + act + "?party=" + client.party(),
                "{\"reason\": \"Letter 7/27\"}",
                staff);
    }

    private ResponseSpec topUp() {
        return post(
                "/v1/top-ups", "{\"amount\": {\"amount\": 5000, \"currency\": \"USD\"}}", client);
    }

    private ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
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
}
