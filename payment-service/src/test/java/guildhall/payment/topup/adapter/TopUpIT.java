package guildhall.payment.topup.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.WalletEvents;
import guildhall.messages.payment.WalletEvents.PaymentActionRequiredV1;
import guildhall.messages.payment.WalletEvents.PaymentCancelledV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Top-ups from the request to the wallet, through the sandbox provider and its webhooks. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.top-up.first-check-after=500ms",
            "guildhall.payment.top-up.give-up-after=6s"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class TopUpIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired TopUps topUps;
    @Autowired PaymentIntents intents;
    @Autowired PaymentProvider provider;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void creditsTheWalletOnceWhenTheProviderHasCharged() {
        var location = requestTopUp("key-1", 500_00);
        var succeeded =
                kafka.await(PaymentSucceededV1.class, e -> e.owner().equals(client.party()));
        awaitDeliveries();

        assertThat(succeeded.amount()).isEqualTo(usd(500_00));
        get(location, client).expectBody().jsonPath("$.status").isEqualTo("SUCCEEDED");
        get("/v1/wallets/USD", client)
                .expectBody()
                .jsonPath("$.available.amount")
                .isEqualTo(500_00)
                .jsonPath("$.pending.amount")
                .isEqualTo(0);
        assertThat(
                        kafka.all(WalletOpenedV1.class).stream()
                                .filter(e -> e.owner().equals(client.party())))
                .hasSize(1);
        assertThat(
                        kafka.all(PaymentSucceededV1.class).stream()
                                .filter(e -> e.owner().equals(client.party())))
                .hasSize(1);
        money.assertLedgerAddsUp();
    }

    @Test
    void replaysTheAnswerToARepeatedRequest() {
        var first = requestTopUp("key-2", 100_00);
        var second = requestTopUp("key-2", 100_00);

        assertThat(second).isEqualTo(first);
        postTopUp("key-2", "{\"amount\":{\"amount\":10001,\"currency\":\"USD\"}}")
                .expectStatus()
                .isEqualTo(422);
        awaitBalance(100_00);
    }

    @Test
    void reportsADeclinedChargeAndCreditsNothing() {
        var location = requestTopUp("key-3", 100_13);

        var failed = kafka.await(PaymentFailedV1.class, e -> e.owner().equals(client.party()));

        assertThat(failed.reason()).isEqualTo("CARD_DECLINED");
        get(location, client)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("FAILED")
                .jsonPath("$.failure")
                .isEqualTo("CARD_DECLINED");
        assertThat(money.available(client.party())).isZero();
    }

    @Test
    void doesNotMindReversedEvents() {
        requestTopUp("key-4", 100_29);

        awaitBalance(100_29);
        awaitDeliveries();
        assertThat(money.available(client.party())).isEqualTo(100_29);
    }

    @Test
    void findsOutByItselfWhenTheProviderStaysSilentOrItsAnswerIsLost() {
        requestTopUp("key-5", 100_23);
        requestTopUp("key-6", 100_31);

        awaitBalance(200_54);
        money.assertLedgerAddsUp();
    }

    @Test
    void submitsAChargeThatACrashKeptFromTheProvider() {
        var topUp =
                new TopUp(
                        new PaymentIntentId(Ids.next()),
                        client.side(),
                        usd(70_00),
                        Instant.now().truncatedTo(ChronoUnit.MICROS));

        topUps.handle(new RequestTopUp(topUp));

        awaitBalance(70_00);
        assertThat(intents.find(topUp.id())).isInstanceOf(PaymentIntent.Succeeded.class);
    }

    @Test
    void takesAWebhookOnceHoweverOftenItIsReplayed() {
        var topUp = created(90_00);
        var body = succeededEvent("evt_replayed", topUp.id(), 90_00);
        var now = Instant.now();

        webhook(body, sign(body, now)).expectStatus().isNoContent();
        webhook(body, sign(body, now)).expectStatus().isNoContent();
        webhook(body, sign(body, now.plusSeconds(1))).expectStatus().isNoContent();

        assertThat(money.available(client.party())).isEqualTo(90_00);
        assertThat(outcomes("evt_replayed")).isEqualTo("APPLIED");
        money.assertLedgerAddsUp();
    }

    @Test
    void believesNobodyWithoutAGoodAndFreshSignature() {
        var topUp = created(80_00);
        var body = succeededEvent("evt_forged", topUp.id(), 80_00);
        var good = sign(body, Instant.now());

        webhook(body + " ", good).expectStatus().isUnauthorized();
        webhook(body, "").expectStatus().isUnauthorized();
        webhook(body, "t=1,v1=00").expectStatus().isUnauthorized();
        webhook(body, sign(body, Instant.now().minusSeconds(301)))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/stale-signature");
        webhook(body, sign(body, Instant.now().plusSeconds(310))).expectStatus().isUnauthorized();

        assertThat(intents.find(topUp.id())).isNotInstanceOf(PaymentIntent.Succeeded.class);
        assertThat(outcomes("evt_forged")).isEmpty();
    }

    @Test
    void recordsEventsThatFitNoTopUpWithoutMovingMoney() {
        var topUp = created(60_00);
        var unknown = succeededEvent("evt_unknown", new PaymentIntentId(Ids.next()), 60_00);
        var other = succeededEvent("evt_other_amount", topUp.id(), 6_000_00);

        webhook(unknown, sign(unknown, Instant.now())).expectStatus().isNoContent();
        webhook(other, sign(other, Instant.now())).expectStatus().isNoContent();
        webhook("[]", sign("[]", Instant.now())).expectStatus().isBadRequest();

        assertThat(outcomes("evt_unknown")).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(outcomes("evt_other_amount")).isEqualTo("AMOUNT_DIFFERS");
        assertThat(money.available(client.party())).isLessThanOrEqualTo(60_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void showsThePayerAloneWhatIsStillToBeDone() {
        var location = requestTopUp("key-11", 200_47);

        get(location, client).expectBody().jsonPath("$.status").isEqualTo("REQUIRES_ACTION");
        get(location + "/confirmation", client)
                .expectBody()
                .jsonPath("$.provider")
                .isEqualTo("sandbox")
                .jsonPath("$.clientSecret")
                .isNotEmpty();
        get(location + "/confirmation", TestCaller.client()).expectStatus().isNotFound();
        get(location + "/confirmation", TestCaller.staff("FINANCE_OPS"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void chargesThePayerWhoHasProvedWhoTheyAre() {
        var location = requestTopUp("key-7", 100_41);

        var asked =
                kafka.await(PaymentActionRequiredV1.class, e -> e.owner().equals(client.party()));
        awaitBalance(100_41);
        awaitDeliveries();

        assertThat(asked.amount()).isEqualTo(usd(100_41));
        assertThat(asked.expiresAt()).isAfter(asked.requiredAt());
        assertThat(told(PaymentActionRequiredV1.class)).hasSize(1);
        assertThat(told(PaymentSucceededV1.class)).hasSize(1);
        get(location + "/confirmation", client).expectStatus().isEqualTo(409);
        cancel(location).expectStatus().isEqualTo(409);
        money.assertLedgerAddsUp();
    }

    @Test
    void endsWhatThePayerRefusesAtTheProvider() {
        var location = requestTopUp("key-8", 100_43);

        var cancelled =
                kafka.await(PaymentCancelledV1.class, e -> e.owner().equals(client.party()));

        assertThat(cancelled.by()).isEqualTo("PAYER");
        get(location, client).expectBody().jsonPath("$.status").isEqualTo("CANCELLED");
        assertThat(money.available(client.party())).isZero();
    }

    @Test
    void cancelsWhatNobodyHasCompletedInTime() {
        var location = requestTopUp("key-9", 100_47);

        var cancelled =
                kafka.await(PaymentCancelledV1.class, e -> e.owner().equals(client.party()));
        awaitDeliveries();

        assertThat(cancelled.by()).isEqualTo("TIME_OUT");
        assertThat(provider.query(cancelled.paymentIntentId()).orElseThrow())
                .isInstanceOf(ProviderCharge.Ended.class);
        get(location, client)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCELLED")
                .jsonPath("$.cancelledBy")
                .isEqualTo("TIME_OUT");
        assertThat(told(PaymentCancelledV1.class)).hasSize(1);
    }

    @Test
    void cancelsOnceHoweverManyAskAtOnce() throws Exception {
        var location = requestTopUp("key-10", 100_47);

        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = Collections.nCopies(8, (Callable<Integer>) () -> cancelled(location));
            for (var answer : threads.invokeAll(asked)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        kafka.await(PaymentCancelledV1.class, e -> e.owner().equals(client.party()));
        awaitDeliveries();

        assertThat(told(PaymentCancelledV1.class)).hasSize(1);
        assertThat(money.available(client.party())).isZero();
        get(location, client).expectBody().jsonPath("$.cancelledBy").isEqualTo("PAYER");
    }

    @Test
    void losesNoMoneyWhenPayersPayAndCancelAtOnce() throws Exception {
        var rounds = 10;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < rounds; round++) {
                var location = requestTopUp("race-" + round, 100_47);
                var id = location.substring(location.lastIndexOf('/') + 1);
                var paid = succeededEvent("evt_race_" + id, PaymentIntentId.of(id), 100_47);
                var cancels = threads.submit(() -> cancelled(location));
                var pays = threads.submit(() -> webhook(paid, sign(paid, Instant.now())));

                assertThat(cancels.get()).isIn(200, 409);
                pays.get().expectStatus().isNoContent();
                get(location, client).expectBody().jsonPath("$.status").isEqualTo("SUCCEEDED");
            }
        }
        awaitDeliveries();

        assertThat(money.available(client.party())).isEqualTo(rounds * 100_47L);
        money.assertLedgerAddsUp();
    }

    private int cancelled(String location) {
        return cancel(location).returnResult(String.class).getStatus().value();
    }

    private RestTestClient.ResponseSpec cancel(String location) {
        return http.post()
                .uri(location + "/cancellation")
                .header("Authorization", client.bearer())
                .exchange();
    }

    private <M extends WalletEvents> List<M> told(Class<M> type) {
        return kafka.all(type).stream().filter(e -> e.owner().equals(client.party())).toList();
    }

    private String requestTopUp(String key, long amount) {
        var location =
                postTopUp(
                                key,
                                "{\"amount\":{\"amount\":%d,\"currency\":\"USD\"}}"
                                        .formatted(amount))
                        .expectStatus()
                        .isAccepted()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation();
        return requireNonNull(location).toString();
    }

    private RestTestClient.ResponseSpec postTopUp(String key, String body) {
        return http.post()
                .uri("/v1/top-ups")
                .header("Authorization", client.bearer())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    /** Stored, with a check so far away that only webhooks can decide it. */
    private TopUp created(long amount) {
        var topUp =
                new TopUp(
                        new PaymentIntentId(Ids.next()),
                        client.side(),
                        usd(amount),
                        Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MICROS));
        topUps.handle(new RequestTopUp(topUp));
        return topUp;
    }

    private static String succeededEvent(String id, PaymentIntentId intent, long amount) {
        return """
        {"id":"%s","type":"charge.succeeded","data":{"chargeId":"ch_%s",\
        "reference":"%s","amount":{"amount":%d,"currency":"USD"}}}\
        """
                .formatted(id, intent, intent, amount);
    }

    private RestTestClient.ResponseSpec webhook(String body, String signature) {
        return http.post()
                .uri("/v1/webhooks/sandbox")
                .header("Guildhall-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
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

    private String outcomes(String eventId) {
        return jdbc.sql("select outcome from webhook_event where event_id = ?")
                .param(eventId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void awaitBalance(long amount) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(money.available(client.party())).isEqualTo(amount));
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
