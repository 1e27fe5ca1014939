package guildhall.payment.refund.adapter;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.TaskId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.ChargebackEvents.ChargebackReceivedV1;
import guildhall.messages.payment.ChargebackEvents.ChargebackReturnedV1;
import guildhall.messages.payment.CreditCommands.ReserveCreditsV1;
import guildhall.messages.payment.CreditEvents.CreditReservationFailedV1;
import guildhall.messages.payment.CreditEvents.CreditsPurchasedV1;
import guildhall.messages.payment.CreditEvents.CreditsReservedV1;
import guildhall.messages.payment.CreditEvents.CreditsRevokedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.messages.payment.RefundEvents.RefundFailedV1;
import guildhall.messages.payment.RefundEvents.RefundProcessedV1;
import guildhall.messages.payment.RefundEvents.RefundRejectedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Reason;
import guildhall.runtime.chore.Chore;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

/** Money that goes back to the card, because its owner wants it or because a bank does. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.top-up.first-check-after=500ms",
            "guildhall.payment.chargeback.recover-every=1h"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class RefundIT {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String PROBLEMS = "https://api.guildhall.example/problems/payment/";
    static final Currency USD = Currency.getInstance("USD");

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired Ledger ledger;
    @Autowired TransactionOperations transactions;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("debtRecoveryChore")
    Chore debtRecovery;

    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    final TestCaller finance = TestCaller.staff("FINANCE_OPS");
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void sendsUnusedMoneyBackWithoutAsking() {
        var topUp = paid(500_00);

        var refund = refund(topUp, 200_00);
        refused(topUp, 10_00, 409, "refund-open");
        var processed = kafka.await(RefundProcessedV1.class, e -> e.refundId().equals(refund));

        assertThat(processed.amount()).isEqualTo(usd(200_00));
        assertThat(money.available(client.party())).isEqualTo(300_00);
        refused(topUp, 300_01, 422, "more-than-refundable");
        var rest = refund(topUp, 300_00);
        kafka.await(RefundProcessedV1.class, e -> e.refundId().equals(rest));
        assertThat(money.available(client.party())).isZero();
        get("/v1/refunds/" + rest, client).expectBody().jsonPath("$.status").isEqualTo("PROCESSED");
        get("/v1/refunds/" + rest, TestCaller.client()).expectStatus().isNotFound();
        get("/v1/refunds", client).expectBody().jsonPath("$.items.length()").isEqualTo(2);
        money.assertLedgerAddsUp();
    }

    @Test
    void keepsTheMoneyInTheWalletWhenTheProviderCannot() {
        var topUp = paid(200_00);

        var refund = refund(topUp, 100_13);
        var failed = kafka.await(RefundFailedV1.class, e -> e.refundId().equals(refund));

        assertThat(failed.reason()).isEqualTo("CARD_CLOSED");
        assertThat(money.available(client.party())).isEqualTo(200_00);
        money.assertLedgerAddsUp();
    }

    @ParameterizedTest
    @ValueSource(longs = {50_23, 50_29, 50_31})
    void refundsOnceWhateverGoesWrongOnTheWay(long amount) {
        var topUp = paid(100_00);

        var refund = refund(topUp, amount);
        kafka.await(RefundProcessedV1.class, e -> e.refundId().equals(refund));

        assertThat(money.available(client.party())).isEqualTo(100_00 - amount);
        money.assertLedgerAddsUp();
    }

    @Test
    void letsFinanceDecideWhenARefundReachesIntoEarnings() {
        var topUp = paid(100_00);
        earn(50_00);
        spend(80_00);

        var good = refund(topUp, 50_00);
        assertThat(money.available(client.party())).isEqualTo(70_00);
        get("/v1/refund-reviews?limit=100", client).expectStatus().isForbidden();
        get("/v1/refund-reviews?limit=100", finance).expectStatus().isOk();
        act("/v1/refunds/" + good + "/approval", client).expectStatus().isForbidden();
        act("/v1/refunds/" + good + "/approval", finance).expectStatus().isOk();
        kafka.await(RefundProcessedV1.class, e -> e.refundId().equals(good));
        act("/v1/refunds/" + good + "/approval", finance).expectStatus().isOk();
        act("/v1/refunds/" + good + "/approval", TestCaller.staff("ADMIN"))
                .expectStatus()
                .isEqualTo(409);
        var bad = refund(topUp, 20_00);
        act("/v1/refunds/" + bad + "/rejection", finance).expectStatus().isOk();
        var rejected = kafka.await(RefundRejectedV1.class, e -> e.refundId().equals(bad));

        assertThat(rejected.reason()).isEqualTo("Looked into it");
        assertThat(money.available(client.party())).isEqualTo(20_00);
        assertThat(audited(good)).containsExactly("refund.approve");
        assertThat(audited(bad)).containsExactly("refund.reject");
        act("/v1/refunds/" + bad + "/approval", finance).expectStatus().isEqualTo(409);
        money.assertLedgerAddsUp();
    }

    @Test
    void waitsForASecondPersonWhenALargeRefundReachesIntoEarnings() {
        var topUp = paid(3_500_00);
        earn(500_00);
        spend(1_000_00);
        var colleague = TestCaller.staff("ADMIN");
        var large = refund(topUp, 2_900_00);
        var approval = "/v1/refunds/" + large + "/approval";

        act(approval, finance)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PENDING")
                .jsonPath("$.approvals[0].by")
                .isEqualTo(finance.user().toString());
        act(approval, finance)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEMS + "second-person-needed");
        assertThat(money.available(client.party())).isEqualTo(3_000_00);
        act(approval, colleague).expectStatus().isOk();
        kafka.await(RefundProcessedV1.class, e -> e.refundId().equals(large));

        assertThat(money.available(client.party())).isEqualTo(100_00);
        assertThat(audited(large)).containsExactly("refund.approve", "refund.approve");
        get("/v1/refunds/" + large, finance)
                .expectBody()
                .jsonPath("$.approvals[1].by")
                .isEqualTo(colleague.user().toString());
        get("/v1/refunds/" + large, client).expectBody().jsonPath("$.approvals").isEmpty();
        money.assertLedgerAddsUp();
    }

    @Test
    void endsALargeRefundThatTheSecondPersonRejects() {
        var topUp = paid(3_500_00);
        earn(500_00);
        spend(1_000_00);
        var large = refund(topUp, 2_900_00);

        act("/v1/refunds/" + large + "/approval", finance).expectStatus().isOk();
        act("/v1/refunds/" + large + "/rejection", TestCaller.staff("ADMIN"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.approvals.length()")
                .isEqualTo(1);
        act("/v1/refunds/" + large + "/approval", TestCaller.staff("ADMIN"))
                .expectStatus()
                .isEqualTo(409);

        kafka.await(RefundRejectedV1.class, e -> e.refundId().equals(large));
        assertThat(money.available(client.party())).isEqualTo(3_000_00);
        assertThat(audited(large)).containsExactly("refund.approve", "refund.reject");
    }

    @Test
    void refundsNothingOutOfAFrozenWallet() {
        var topUp = paid(100_00);
        earn(50_00);
        spend(80_00);
        var waiting = refund(topUp, 50_00);
        money.freeze(client.party());

        refused(topUp, 10_00, 409, "refund-open");
        act("/v1/refunds/" + waiting + "/approval", finance)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEMS + "wallet-frozen");
        act("/v1/refunds/" + waiting + "/rejection", finance).expectStatus().isOk();
        refused(topUp, 10_00, 409, "wallet-frozen");

        assertThat(money.available(client.party())).isEqualTo(70_00);
    }

    @Test
    void takesAChargebackFromTheWalletOnce() {
        var topUp = topUp(100_73);

        var received =
                kafka.await(ChargebackReceivedV1.class, e -> e.paymentIntentId().equals(topUp));
        awaitDeliveries();

        assertThat(received.amount()).isEqualTo(usd(100_73));
        assertThat(received.owed()).isEqualTo(usd(0));
        assertThat(money.available(client.party())).isZero();
        get("/v1/chargebacks", client).expectStatus().isForbidden();
        get("/v1/chargebacks?limit=1", finance)
                .expectBody()
                .jsonPath("$.items[0].topUpId")
                .isEqualTo(topUp.toString());
        money.assertLedgerAddsUp();
    }

    @Test
    void givesBackWhatADisputeThatWasWonBroughtBack() {
        var topUp = topUp(100_79);

        var returned =
                kafka.await(ChargebackReturnedV1.class, e -> e.paymentIntentId().equals(topUp));
        awaitDeliveries();

        assertThat(returned.amount()).isEqualTo(usd(100_79));
        assertThat(money.available(client.party())).isEqualTo(100_79);
        get("/v1/chargebacks?limit=1", finance)
                .expectBody()
                .jsonPath("$.items[0].returned.amount")
                .isEqualTo(100_79);
        money.assertLedgerAddsUp();
    }

    @Test
    void paysADebtWithWhatComesBackFirst() {
        var topUp = paid(100_00);
        var other = paid(100_00);
        spend(180_00);
        webhook("evt_lost_" + other, chargeback("cb_lost_" + other, other, 100_00));
        webhook("evt_" + topUp, chargeback("cb_" + topUp, topUp, 50_00));
        assertThat(debt()).isEqualTo(-130_00);

        webhook("evt_won_" + topUp, chargeback("cb_" + topUp, topUp, 50_00, 40_00));
        webhook("evt_again_" + topUp, chargeback("cb_" + topUp, topUp, 50_00, 40_00));
        webhook("evt_late_" + topUp, chargeback("cb_" + topUp, topUp, 50_00));
        webhook("evt_odd_" + topUp, chargeback("cb_" + topUp, topUp, 50_00, 50_00));

        assertThat(outcomes(topUp))
                .containsExactly("APPLIED", "APPLIED", "KNOWN", "KNOWN", "AMOUNT_DIFFERS");
        assertThat(debt()).isEqualTo(-90_00);
        assertThat(money.available(client.party())).isZero();
        money.assertLedgerAddsUp();
    }

    @Test
    void recoversWhatAChargebackLeftAsADebtFromLaterTopUps() {
        var topUp = paid(100_00);
        spend(80_00);

        webhook("evt_" + topUp, chargeback("cb_1", topUp, 100_00));
        webhook("evt_again_" + topUp, chargeback("cb_1", topUp, 100_00));
        webhook("evt_more_" + topUp, chargeback("cb_2", topUp, 1));
        webhook("evt_other_" + topUp, chargeback("cb_3", new PaymentIntentId(Ids.next()), 100_00));

        var received =
                kafka.await(ChargebackReceivedV1.class, e -> e.paymentIntentId().equals(topUp));
        assertThat(received.owed()).isEqualTo(usd(80_00));
        assertThat(outcomes(topUp))
                .containsExactly("APPLIED", "KNOWN", "AMOUNT_DIFFERS", "UNKNOWN_REFERENCE");
        assertThat(debt()).isEqualTo(-80_00);
        var second = paid(50_00);
        assertThat(money.available(client.party())).isZero();
        assertThat(debt()).isEqualTo(-30_00);
        refused(second, 10_00, 409, "debt-outstanding");
        paid(50_00);
        assertThat(money.available(client.party())).isEqualTo(20_00);
        assertThat(debt()).isZero();
        money.assertLedgerAddsUp();
    }

    /** Not even what is earned while something is owed can be given away, or sent to a bank. */
    @Test
    void letsADebtorGiveNothingToOthersAndTakesWhatIsEarned() {
        var topUp = paid(100_00);
        spend(100_00);
        webhook("evt_" + topUp, chargeback("cb_" + topUp, topUp, 60_00));
        assertThat(debt()).isEqualTo(-60_00);

        get("/v1/wallets/USD", client).expectBody().jsonPath("$.owed.amount").isEqualTo(60_00);
        earn(90_00);
        var deal = money.deal(50_00, client.side());
        kafka.publish(deal.fund(1));
        var refused =
                kafka.await(EscrowFundingFailedV1.class, e -> e.escrowId().equals(deal.escrow()));
        debtRecovery.work().run();

        assertThat(refused.reason()).isEqualTo("DEBT_OUTSTANDING");
        assertThat(debt()).isZero();
        assertThat(money.available(client.party())).isEqualTo(30_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void takesCreditsBackThatWereBoughtWithWhatABankTookBack() {
        var purchase =
                PaymentIntentId.of(accepted("/v1/credits/purchases", "{\"pack\":\"starter\"}"));
        kafka.await(CreditsPurchasedV1.class, e -> e.purchaseId().equals(purchase));
        var task = new TaskId(Ids.next());
        kafka.publish(new ReserveCreditsV1(client.party(), task, 4));
        kafka.await(CreditsReservedV1.class, e -> e.taskId().equals(task));

        webhook("evt_" + purchase, chargeback("cb_" + purchase, purchase, 100_00));
        webhook("evt_again_" + purchase, chargeback("cb_" + purchase, purchase, 100_00));
        var next = new TaskId(Ids.next());
        kafka.publish(new ReserveCreditsV1(client.party(), next, 1));
        var refused = kafka.await(CreditReservationFailedV1.class, e -> e.taskId().equals(next));

        var revoked = kafka.await(CreditsRevokedV1.class, e -> e.purchaseId().equals(purchase));
        assertThat(revoked.units()).isEqualTo(6);
        assertThat(revoked.available()).isZero();
        assertThat(debt()).isEqualTo(-40_00);
        assertThat(refused.reason()).isEqualTo("DEBT_OUTSTANDING");
        assertThat(outcomes(purchase)).containsExactly("APPLIED", "KNOWN");
        money.assertLedgerAddsUp();
    }

    private PaymentIntentId paid(long amount) {
        var topUp = topUp(amount);
        kafka.await(PaymentSucceededV1.class, e -> e.paymentIntentId().equals(topUp));
        return topUp;
    }

    private PaymentIntentId topUp(long amount) {
        return PaymentIntentId.of(
                accepted(
                        "/v1/top-ups",
                        "{\"amount\":{\"amount\":%d,\"currency\":\"USD\"}}".formatted(amount)));
    }

    private CardRefundId refund(PaymentIntentId topUp, long amount) {
        return CardRefundId.of(accepted("/v1/refunds", request(topUp, amount)));
    }

    private void refused(PaymentIntentId topUp, long amount, int status, String problem) {
        post("/v1/refunds", request(topUp, amount), client)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEMS + problem);
    }

    private static String request(PaymentIntentId topUp, long amount) {
        return """
        {"topUpId":"%s","amount":{"amount":%d,"currency":"USD"},"reason":"Paid too much"}
        """
                .formatted(topUp, amount);
    }

    private String accepted(String path, String body) {
        record Accepted(String id) {}
        var accepted =
                post(path, body, client)
                        .expectStatus()
                        .isAccepted()
                        .returnResult(Accepted.class)
                        .getResponseBody();
        return requireNonNull(accepted).id();
    }

    private RestTestClient.ResponseSpec act(String path, TestCaller caller) {
        return post(path, "{\"reason\":\"Looked into it\"}", caller);
    }

    private RestTestClient.ResponseSpec post(String path, String body, TestCaller caller) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    /** As a referral reward would. */
    private void earn(long amount) {
        var wallet = new Available(client.party(), USD);
        var expense = new PromoExpense(USD);
        transactions.executeWithoutResult(_ -> {
            var postings = ledger.lock(Set.of(wallet, expense));
            postings.postChecked(
                    new Journal(
                            new JournalSource("referral", Ids.next(), "rewarded"),
                            Reason.REFERRAL_REWARD,
                            "Reward",
                            Instant.now(),
                            List.of(debit(expense, usd(amount)), credit(wallet, usd(amount)))));
            ledger.write(postings);
        });
    }

    private void spend(long amount) {
        var deal = money.deal(amount, client.side());
        kafka.publish(deal.fund(1));
        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));
    }

    private static String chargeback(String reference, PaymentIntentId topUp, long amount) {
        return chargeback(reference, topUp, amount, 0);
    }

    private static String chargeback(
            String reference, PaymentIntentId topUp, long amount, long returned) {
        return """
        {"chargebackId":"%s","reference":"%s","amount":{"amount":%d,"currency":"USD"},\
        "returned":{"amount":%d,"currency":"USD"},"reason":"FRAUDULENT"}\
        """
                .formatted(reference, topUp, amount, returned);
    }

    private void webhook(String event, String data) {
        var body =
                "{\"id\":\"%s\",\"type\":\"chargeback.received\",\"data\":%s}"
                        .formatted(event, data);
        http.post()
                .uri("/v1/webhooks/sandbox")
                .header("Guildhall-Signature", sign(body, Instant.now()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static String sign(String body, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            "a-secret-only-for-tests".getBytes(StandardCharsets.UTF_8),
                            "HmacSHA256"));
            var signed = at.getEpochSecond() + "." + body;
            var code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> outcomes(PaymentIntentId topUp) {
        return jdbc.sql(
                        """
                        select outcome from webhook_event
                        where event_id like '%' || ? and type = 'chargeback.received'
                        order by event_no
                        """)
                .param(topUp.toString())
                .query(String.class)
                .list();
    }

    private List<String> audited(CardRefundId refund) {
        return jdbc.sql("select act from operator_audit where target = ? order by id")
                .param(refund.toString())
                .query(String.class)
                .list();
    }

    private long debt() {
        return jdbc.sql("select balance from account where code = 'RECEIVABLE' and owner = ?")
                .param(client.party().toString())
                .query(Long.class)
                .single();
    }

    /** Until the provider has nothing left to tell, duplicates included. */
    private void awaitDeliveries() {
        await().atMost(PATIENCE)
                .until(() ->
                        jdbc.sql("select count(*) from sandbox_delivery").query(Long.class).single()
                                == 0);
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
