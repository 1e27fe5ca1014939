package guildhall.payment.tip.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.AssetId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.id.ReferralId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.AssetCommands.CaptureAssetPaymentV1;
import guildhall.messages.payment.AssetCommands.RefundAssetPaymentV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentCapturedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentFailedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentRefundedV1;
import guildhall.messages.payment.AssetEvents.AssetRefundRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.ReferralCommands.PayReferralRewardV1;
import guildhall.messages.payment.ReferralEvents.ReferralRewardPaidV1;
import guildhall.messages.payment.ReferralEvents.ReferralRewardRejectedV1;
import guildhall.messages.payment.TipEvents.TipPaidV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.TestMoney.Deal;
import guildhall.runtime.chore.Chore;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Money without an escrow: tips of clients, rewards of the platform, assets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class RewardsIT {
    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("clearingChore")
    Chore clearing;

    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;
    Deal deal;

    @BeforeEach
    void aDealOfAHundredDollarsAndFiftyMore() {
        http = TestHttp.at(port);
        deal = money.deal(100_00, client.side());
        money.deposit(client.party(), 150_00);
        kafka.publish(deal.fund(1));
        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));
    }

    @Test
    void givesATipOnceHoweverOftenItIsAskedFor() {
        release();
        var talent = TestCaller.talent(deal.payee().user(), deal.payee().party().id());

        tip(client, "tip-once", 20_00).expectStatus().isCreated();
        tip(client, "tip-once", 20_00).expectStatus().isCreated();

        var paid = kafka.await(TipPaidV1.class, e -> e.escrowId().equals(deal.escrow()));
        assertThat(paid)
                .isEqualTo(
                        new TipPaidV1(
                                paid.tipId(),
                                deal.escrow(),
                                deal.contract(),
                                deal.milestone(),
                                deal.payer(),
                                deal.payee(),
                                usd(20_00),
                                usd(0),
                                paid.paidAt(),
                                null));
        assertThat(money.available(client.party())).isEqualTo(30_00);
        assertThat(money.pending(deal.payee().party())).isEqualTo(100_00);
        list(talent)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].note")
                .isEqualTo("Great work");
        money.assertLedgerAddsUp();
    }

    @Test
    void refusesTipsThatAreNotTheCallersToGive() {
        var talent = TestCaller.talent(deal.payee().user(), deal.payee().party().id());
        tip(client, "tip-early", 1_00).expectStatus().isEqualTo(409);
        release();

        tip(talent, "tip-self", 1_00).expectStatus().isForbidden();
        tip(TestCaller.client(), "tip-other", 1_00).expectStatus().isNotFound();
        list(TestCaller.client()).expectStatus().isNotFound();
        tip(client, "tip-none", 0).expectStatus().isBadRequest();
        tip(client, "tip-huge", 10_000_01).expectStatus().isEqualTo(422);
        tip(client, "tip-poor", 50_01).expectStatus().isEqualTo(409);

        assertThat(money.available(client.party())).isEqualTo(50_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void takesNoTipFromAFrozenWallet() {
        release();
        money.freeze(client.party());

        tip(client, "tip-frozen", 1_00).expectStatus().isEqualTo(409);

        assertThat(money.available(client.party())).isEqualTo(50_00);
    }

    @Test
    void takesNoTipFromWhoOwesThePlatform() {
        release();
        money.owe(client.party(), 1_00);

        tip(client, "tip-debtor", 1_00).expectStatus().isEqualTo(409);

        assertThat(money.available(client.party())).isEqualTo(50_00);
    }

    @Test
    void neverSpendsMoreOnTipsThanThereIs() throws Exception {
        release();

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tips =
                    IntStream.range(0, 8)
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            tip(client, "tip-race-" + i, 20_00)
                                                    .returnResult(String.class)
                                                    .getStatus()
                                                    .value()))
                            .toList();
            for (var tip : tips) {
                statuses.add(tip.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(6);
        assertThat(money.available(client.party())).isEqualTo(10_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void rewardsAReferralOnce() {
        var referral = new ReferralId(Ids.next());
        var friend = TestMoney.side(PartyType.TALENT);
        var reward = new PayReferralRewardV1(referral, friend, usd(25_00));
        kafka.publish(reward);
        kafka.publish(reward);
        kafka.publish(new PayReferralRewardV1(referral, friend, usd(26_00)));

        var rejected =
                kafka.await(ReferralRewardRejectedV1.class, e -> e.referralId().equals(referral));

        var paid =
                kafka.all(ReferralRewardPaidV1.class).stream()
                        .filter(e -> e.referralId().equals(referral))
                        .toList();
        assertThat(rejected.reason()).isEqualTo("TERMS_DIFFER");
        assertThat(paid).hasSize(2);
        assertThat(paid.getFirst()).isEqualTo(paid.getLast());
        assertThat(money.available(friend.party())).isEqualTo(25_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void refusesARewardAboveTheLimit() {
        var referral = new ReferralId(Ids.next());
        var friend = TestMoney.side(PartyType.TALENT);
        kafka.publish(new PayReferralRewardV1(referral, friend, usd(500_01)));

        var rejected =
                kafka.await(ReferralRewardRejectedV1.class, e -> e.referralId().equals(referral));

        assertThat(rejected.reason()).isEqualTo("ABOVE_LIMIT");
        assertThat(money.available(friend.party())).isZero();
    }

    @Test
    void sellsALicenceOnceAndInvoicesIt() {
        var sale = sale(20_00);
        kafka.publish(sale);
        kafka.publish(sale);
        kafka.publish(
                new CaptureAssetPaymentV1(
                        sale.licenceId(),
                        sale.assetId(),
                        sale.title(),
                        sale.buyer(),
                        sale.seller(),
                        usd(20_01),
                        null));
        var refused =
                kafka.await(
                        AssetPaymentFailedV1.class, e -> e.licenceId().equals(sale.licenceId()));

        var captured =
                kafka.all(AssetPaymentCapturedV1.class).stream()
                        .filter(e -> e.licenceId().equals(sale.licenceId()))
                        .toList();
        assertThat(refused.reason()).isEqualTo("TERMS_DIFFER");
        assertThat(captured).hasSize(2);
        assertThat(captured.getFirst()).isEqualTo(captured.getLast());
        assertThat(captured.getFirst().fee()).isEqualTo(usd(1_60));
        assertThat(money.available(client.party())).isEqualTo(30_00);
        assertThat(money.pending(sale.seller().party())).isEqualTo(18_40);
        await().untilAsserted(() -> assertThat(papers(sale)).isEqualTo("2 INVOICE"));
        await().untilAsserted(() -> assertThat(earned(sale)).isEqualTo("18.40"));
        money.assertLedgerAddsUp();
    }

    @Test
    void givesAPaymentForALicenceBackUntilTheSellerMaySpendIt() {
        var back = sale(20_00);
        var kept = sale(10_00);
        kafka.publish(back);
        kafka.publish(kept);
        await().untilAsserted(() -> assertThat(papers(back)).isEqualTo("2 INVOICE"));
        await().untilAsserted(() -> assertThat(earned(kept)).isEqualTo("9.20"));
        jdbc.sql("update safety_hold set clears_at = '2020-01-01' where escrow_id = ?")
                .param(kept.licenceId().value())
                .update();
        clearing.work().run();

        for (var licence : List.of(back.licenceId(), back.licenceId(), kept.licenceId())) {
            kafka.publish(new RefundAssetPaymentV1(licence, "Not what it said"));
        }
        var rejected =
                kafka.await(
                        AssetRefundRejectedV1.class, e -> e.licenceId().equals(kept.licenceId()));
        kafka.await(AssetPaymentRefundedV1.class, e -> e.licenceId().equals(back.licenceId()));

        assertThat(rejected.reason()).isEqualTo("ALREADY_AVAILABLE");
        assertThat(money.available(client.party())).isEqualTo(40_00);
        assertThat(money.available(kept.seller().party())).isEqualTo(9_20);
        assertThat(money.pending(back.seller().party())).isZero();
        await().untilAsserted(() -> assertThat(papers(back)).isEqualTo("2 CREDIT_NOTE, 2 INVOICE"));
        await().untilAsserted(() -> assertThat(earned(back)).isEqualTo("0.00"));
        money.assertLedgerAddsUp();
    }

    @Test
    void keepsRefusingWhatTheBuyerCouldNotPay() {
        var dear = sale(50_01);
        var barred = sale(1_00);
        kafka.publish(dear);
        kafka.await(AssetPaymentFailedV1.class, e -> e.licenceId().equals(dear.licenceId()));
        money.deposit(client.party(), 100_00);
        money.owe(client.party(), 1_00);
        kafka.publish(dear);
        kafka.publish(barred);
        kafka.await(AssetPaymentFailedV1.class, e -> e.licenceId().equals(barred.licenceId()));

        assertThat(
                        kafka.all(AssetPaymentFailedV1.class).stream()
                                .filter(e -> e.buyer().party().equals(client.party()))
                                .map(AssetPaymentFailedV1::reason))
                .containsExactlyInAnyOrder(
                        "INSUFFICIENT_FUNDS", "INSUFFICIENT_FUNDS", "DEBT_OUTSTANDING");
        assertThat(money.available(client.party())).isEqualTo(150_00);
        money.assertLedgerAddsUp();
    }

    private CaptureAssetPaymentV1 sale(long price) {
        return new CaptureAssetPaymentV1(
                new LicenceId(Ids.next()),
                new AssetId(Ids.next()),
                "Brushes",
                client.side(),
                TestMoney.side(PartyType.TALENT),
                usd(price),
                null);
    }

    private String papers(CaptureAssetPaymentV1 sale) {
        return jdbc.sql(
                        """
                        select coalesce(string_agg(number || ' ' || kind, ', ' order by kind), '')
                        from (
                            select kind, count(*) as number from invoice
                            where subject_type = 'asset' and subject_id = ? group by kind
                        ) papers
                        """)
                .param(sale.licenceId().value())
                .query(String.class)
                .single();
    }

    private String earned(CaptureAssetPaymentV1 sale) {
        return jdbc.sql(
                        """
                        select (coalesce(sum(net) filter (where not recalled), 0) / 100.0)
                            ::numeric(9, 2)::text
                        from earning where kind = 'ASSET' and subject_id = ?
                        """)
                .param(sale.assetId().value())
                .query(String.class)
                .single();
    }

    private void release() {
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), new ReleaseId(Ids.next()), usd(100_00)));
        kafka.await(EscrowReleasedV1.class, e -> e.escrowId().equals(deal.escrow()));
    }

    private RestTestClient.ResponseSpec tip(TestCaller caller, String key, long amount) {
        return http.post()
                .uri("/v1/escrows/" + deal.escrow() + "/tips")
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        """
                        {"amount": {"amount": %d, "currency": "USD"}, "note": "<b>Great</b> work"}
                        """
                                .formatted(amount))
                .exchange();
    }

    private RestTestClient.ResponseSpec list(TestCaller caller) {
        return http.get()
                .uri("/v1/escrows/" + deal.escrow() + "/tips")
                .header("Authorization", caller.bearer())
                .exchange();
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
