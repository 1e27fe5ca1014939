package guildhall.payment;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.messages.payment.WalletStateEvents.WalletClosedV1;
import guildhall.messages.payment.WalletStateEvents.WalletFrozenV1;
import guildhall.messages.payment.WalletStateEvents.WalletUnfrozenV1;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUps;
import guildhall.payment.webhook.WebhookEvent;
import guildhall.payment.webhook.WebhookInbox;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.springframework.transaction.support.TransactionOperations;

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
    static final Money TEN = Money.of(10_00, "USD");

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired TopUps topUps;
    @Autowired WebhookInbox webhooks;
    @Autowired TransactionOperations transactions;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
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
    void closesNoWalletThatAPayoutOrARefundMayStillReturnMoneyTo() {
        money.deposit(client.party(), 10_00);
        money.withdraw(client.party(), 10_00);
        decide("freeze", COMPLIANCE).expectStatus().isOk();
        openPayoutAndRefund();

        decide("closure", FINANCE)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/wallet-not-empty")
                .jsonPath("$.openPayouts")
                .isEqualTo(1)
                .jsonPath("$.openRefunds")
                .isEqualTo(1);
    }

    /** As the table of each has them while they wait for somebody. */
    private void openPayoutAndRefund() {
        var party = client.party().toString();
        var account = Ids.next();
        var payment = captured(Ids.next());
        jdbc.sql(
                        """
                        insert into payout_account (account_id, status, owner, owner_user, method,
                            currency, provider, external_account, destination_token, last_four,
                            opened_at, changed_at, reported_at, is_verified, decided_at)
                        values (:id, 'ACTIVE', :owner, :id, 'BANK_TRANSFER', 'USD', 'sandbox', :id,
                            'tok', '4242', now(), now(), now(), true, now())
                        """)
                .param("id", account)
                .param("owner", party)
                .update();
        jdbc.sql(
                        """
                        insert into payout (payout_id, status, owner, owner_user, account_id,
                            currency, amount, fee, speed, requested_at, review, due_at)
                        values (:id, 'PENDING', :owner, :id, :id, 'USD', 1000, 0, 'STANDARD', now(),
                            'AWAITED', now())
                        """)
                .param("id", account)
                .param("owner", party)
                .update();
        jdbc.sql(
                        """
                        insert into card_refund (refund_id, status, payment_id, owner, owner_user,
                            currency, amount, reason, requested_at)
                        values (:id, 'PENDING', :payment, :owner, :id, 'USD', 1000, 'Too much', now())
                        """)
                .param("id", account)
                .param("payment", payment.value())
                .param("owner", party)
                .update();
        money.withdraw(client.party(), 10_00);
    }

    /** The chargeback holds its locks while the wallet is being closed. */
    @Test
    void closesNoWalletWhoseDebtArrivesMeanwhile() throws Exception {
        var payment = captured(Ids.next());
        money.withdraw(client.party(), 10_00);
        decide("freeze", COMPLIANCE).expectStatus().isOk();
        var locked = new CountDownLatch(1);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var takingBack =
                    threads.submit(() ->
                            transactions.executeWithoutResult(_ -> {
                                takeBack(payment);
                                locked.countDown();
                                await().atMost(PATIENCE).until(this::somebodyWaits);
                            }));
            assertThat(locked.await(20, TimeUnit.SECONDS)).isTrue();
            var closing = threads.submit(() -> decide("closure", FINANCE));
            takingBack.get();

            closing.get()
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://api.guildhall.example/problems/payment/wallet-in-debt")
                    .jsonPath("$.owed.amount")
                    .isEqualTo(10_00);
        }

        get("/v1/wallets/USD", client)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("FROZEN")
                .jsonPath("$.owed.amount")
                .isEqualTo(10_00);
        money.owesNothingOf(client.party(), 10_00);
        decide("closure", FINANCE).expectBody().jsonPath("$.status").isEqualTo("CLOSED");
        money.assertLedgerAddsUp();
    }

    private PaymentIntentId captured(UUID id) {
        var intent = new PaymentIntentId(id);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        topUps.handle(new RequestTopUp(new TopUp(intent, client.side(), TEN, now)));
        topUps.handle(new ConfirmCapture(intent, "ch_" + id, TEN, now));
        return intent;
    }

    private void takeBack(PaymentIntentId payment) {
        var nothing = Money.of(0, "USD");
        var report = new ChargebackReport(payment, "cb_" + payment, TEN, nothing, "FRAUDULENT");
        webhooks.receive(
                new WebhookEvent("sandbox", "evt_" + payment, "chargeback.received", "{}", report));
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                """
                                select count(*) from pg_locks
                                where not granted and database = (
                                        select oid from pg_database
                                        where datname = current_database())
                                    or not granted and locktype = 'transactionid'
                                """)
                        .query(Long.class)
                        .single()
                > 0;
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
