package guildhall.payment;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.CreditEvents.CreditsPurchasedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountActivatedV1;
import guildhall.messages.payment.RefundEvents.RefundProcessedV1;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.Retries;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Most changes are committed together with their answers, so that no retry can come in between;
 * those that ask a provider, or share a commit, find what the first try has done.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.clearing.safety-window=1s",
            "guildhall.payment.clearing.sweep-every=100ms",
            "guildhall.payment.payout-account.hold=0s"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class LostAnswerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BECAUSE = "{\"reason\": \"It was agreed\"}";

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired DataSource database;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    final TestCaller ann = TestCaller.staff("FINANCE_OPS");
    final TestCaller bob = TestCaller.staff("FINANCE_OPS");
    ServiceApi api;

    @BeforeEach
    void connect() {
        api = new ServiceApi(port);
    }

    @Test
    void invoicesAreSentPaidAndCorrectedOnceHoweverOftenItIsAsked() {
        var retries = new Retries(api, database, "invoice");
        var draft =
                """
                {"recipient": {"type": "BUSINESS", "id": "%s"},
                 "lines": [{"description": "Featured listing", "quantity": 1,
                            "unitPrice": {"amount": 2000, "currency": "USD"}}]}\
                """
                        .formatted(client.party().id());
        money.deposit(client.party(), 50_00);

        var paid = "/v1/invoices/" + retries.post("/v1/invoices", ann, draft).id();
        retries.post(paid + "/sending", ann);
        retries.post(paid + "/payment", client);
        retries.post(paid + "/credit-notes", ann, with(5_00, "\"reason\": \"Half a month\""));
        var voided = "/v1/invoices/" + retries.post("/v1/invoices", ann, draft).id();
        retries.post(voided + "/voiding", ann, BECAUSE);
        retries.repeatTheirAnswers();

        assertThat(api.get(paid, client).text("status")).isEqualTo("PAID");
        assertThat(money.available(client.party())).isEqualTo(30_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void correctionsArePostedOnceHoweverOftenItIsAsked() {
        var retries = new Retries(api, database, "adjustment");
        money.deposit(client.party(), 50_00);

        var posted = adjustment(retries);
        retries.post(posted + "/approval", bob, BECAUSE);
        retries.post(adjustment(retries) + "/rejection", bob, BECAUSE);
        retries.post(adjustment(retries) + "/withdrawal", ann, BECAUSE);
        retries.repeatTheirAnswers();

        assertThat(money.available(client.party())).isEqualTo(51_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void staffDecidesOnceHoweverOftenItIsAsked() {
        var retries = new Retries(api, database, "operator_audit");
        money.deposit(client.party(), 50_00);
        var bonus =
                """
                {"party": {"type": "BUSINESS", "id": "%s"}, "units": 5, "reason": "Sorry"}\
                """
                        .formatted(client.party().id());

        retries.post(ofTheWallet("freeze"), ann, BECAUSE);
        retries.post(ofTheWallet("unfreeze"), ann, BECAUSE);
        retries.post("/v1/credits/bonuses", ann, bonus);
        retries.repeatTheirAnswers();

        assertThat(api.get("/v1/wallets/USD", client).text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void aTopUpIsChargedOnceAndALateRetryIsToldWhatBecameOfIt() {
        var again =
                lost().postLosing(
                                "/v1/top-ups",
                                client,
                                with(50_00, "\"paymentMethodId\": null"),
                                () -> {
                                    awaitBalance(50_00);
                                    money.freeze(client.party());
                                });

        assertThat(again.text("status")).isEqualTo("SUCCEEDED");
        assertThat(money.available(client.party())).isEqualTo(50_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void creditsAreBoughtOnce() {
        var again =
                lost().postLosing(
                                "/v1/credits/purchases",
                                client,
                                "{\"pack\": \"starter\"}",
                                () ->
                                        kafka.await(
                                                CreditsPurchasedV1.class,
                                                e -> e.owner().equals(client.party())));

        assertThat(again.text("status")).isEqualTo("SUCCEEDED");
        assertThat(api.get("/v1/credits", client).number("available"))
                .isEqualTo(again.number("units"));
    }

    @Test
    void moneyIsPaidOutOnceToOneAccount() {
        money.deposit(client.party(), 50_00);

        var account =
                lost().postLosing(
                                "/v1/payout-accounts",
                                client,
                                """
                                {"method": "BANK_TRANSFER", "currency": "USD",
                                 "token": "tok_4242"}\
                                """,
                                this::awaitAccount);
        var payout =
                lost().postLosing(
                                "/v1/payouts",
                                client,
                                with(10_00, "\"accountId\": \"" + account.id() + "\""),
                                () -> money.freeze(client.party()));

        assertThat(account.text("status")).isEqualTo("ACTIVE");
        assertThat(api.get("/v1/payout-accounts", client).items()).hasSize(1);
        assertThat(api.get("/v1/payouts", client).items("id")).containsExactly(payout.id());
        assertThat(money.available(client.party())).isEqualTo(40_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void aLargePayoutIsApprovedByTwoPersonsHoweverOftenEachAsks() {
        var retries = new Retries(api, database, "operator_audit");
        money.deposit(client.party(), 5_000_00);
        var destination =
                """
                {"method": "BANK_TRANSFER", "currency": "USD", "token": "tok_4242"}\
                """;
        var account = api.post("/v1/payout-accounts", client, destination).id();
        awaitAccount();
        var order = with(5_000_00, "\"accountId\": \"" + account + "\"");
        var payout = "/v1/payouts/" + api.post("/v1/payouts", client, order).id();

        retries.post(payout + "/approval", ann, BECAUSE);
        retries.post(payout + "/approval", bob, BECAUSE);
        retries.repeatTheirAnswers();

        assertThat(api.get(payout, client).text("awaitsReview")).isEqualTo("false");
    }

    @Test
    void aRefundIsMadeOnce() {
        var fifty = "{\"amount\": {\"amount\": 5000, \"currency\": \"USD\"}}";
        var topUp = api.post("/v1/top-ups", client, fifty).id();
        awaitBalance(50_00);

        lost().postLosing(
                        "/v1/refunds",
                        client,
                        with(50_00, "\"reason\": \"Too much\", \"topUpId\": \"" + topUp + "\""),
                        () ->
                                kafka.await(
                                        RefundProcessedV1.class,
                                        e -> e.owner().equals(client.party())));

        assertThat(api.get("/v1/refunds", client).items()).hasSize(1);
        assertThat(money.available(client.party())).isZero();
        money.assertLedgerAddsUp();
    }

    @Test
    void aTipIsGivenOnce() {
        var deal = money.deal(10_00, client.side());
        money.deposit(client.party(), 50_00);
        kafka.publish(deal.fund(1));
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), new ReleaseId(Ids.next()), usd(10_00)));
        kafka.await(EscrowReleasedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var before = money.available(client.party());
        var tips = "/v1/escrows/" + deal.escrow() + "/tips";

        lost().postLosing(
                        tips,
                        client,
                        with(5_00, "\"note\": \"Great\""),
                        () -> money.freeze(client.party()));

        assertThat(api.get(tips, client).items()).hasSize(1);
        assertThat(money.available(client.party())).isEqualTo(before - 5_00);
        money.assertLedgerAddsUp();
    }

    private Retries lost() {
        return new Retries(api, database, "outbox");
    }

    private String adjustment(Retries retries) {
        var body =
                with(
                        1_00,
                        """
                        "owner": {"type": "BUSINESS", "id": "%s"}, "direction": "IN",
                        "against": "FEE_REVENUE", "description": "Fee returned",
                        "reason": "Ticket 7"\
                        """
                                .formatted(client.party().id()));
        return "/v1/ledger/adjustments/" + retries.post("/v1/ledger/adjustments", ann, body).id();
    }

    private String ofTheWallet(String act) {
        return "/v1/wallets/USD/" + act + "?party=" + client.party();
    }

    private static String with(long amount, String others) {
        return "{\"amount\": {\"amount\": %d, \"currency\": \"USD\"}, %s}"
                .formatted(amount, others);
    }

    private void awaitBalance(long amount) {
        await().atMost(PATIENCE).until(() -> money.available(client.party()) == amount);
    }

    private void awaitAccount() {
        kafka.await(PayoutAccountActivatedV1.class, e -> e.owner().equals(client.party()));
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
