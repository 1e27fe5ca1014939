package guildhall.payment.earnings;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.AssetId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.TaskId;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.AssetEvents.AssetPaymentCapturedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentRefundedV1;
import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class EarningsIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired EarningsBook book;
    @Autowired TransactionOperations transactions;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    final TestCaller talent = TestCaller.talent();
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void addsUpReleasesByMilestoneOnceEach() {
        var deal = money.deal(1_000_00, client.side(), talent.side());
        money.deposit(client.party(), 1_000_00);
        kafka.publish(deal.fund(1));
        var first = release(deal, 400_00);
        release(deal, 600_00);
        // A repeated command is answered once more: another message about the same release.
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), first, Money.of(400_00, "USD")));
        kafka.publish(
                new CreditsConsumedV1(
                        client.party(),
                        new TaskId(Ids.next()),
                        3,
                        talent.side(),
                        Money.of(30_00, "USD"),
                        Money.of(21_00, "USD"),
                        Money.of(9_00, "USD"),
                        Instant.now().truncatedTo(ChronoUnit.MICROS)));

        await().atMost(PATIENCE).until(() -> releases() == 3);

        get("/v1/earnings?limit=1", talent)
                .expectBody()
                .jsonPath("$.items[0].kind")
                .isEqualTo("TASK")
                .jsonPath("$.items[0].net.amount")
                .isEqualTo(21_00)
                .jsonPath("$.next")
                .isNotEmpty();
        get("/v1/earnings", talent)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].subjectId")
                .isEqualTo(deal.milestone().toString())
                .jsonPath("$.items[1].gross.amount")
                .isEqualTo(1_000_00)
                .jsonPath("$.items[1].fee.amount")
                .isEqualTo(150_00)
                .jsonPath("$.items[1].releases")
                .isEqualTo(2)
                .jsonPath("$.items[1].recordedAt")
                .isNotEmpty();
        get("/v1/earnings/totals", talent)
                .expectBody()
                .jsonPath("$.items[0].net.amount")
                .isEqualTo(871_00);
        var query = "/v1/earnings?party=" + talent.party();
        get(query, TestCaller.staff("FINANCE_OPS")).expectStatus().isOk();
        get(query, client).expectStatus().isNotFound();
    }

    @Test
    void showsMembersOfATeamWhatTheyGot() {
        var deal = money.deal(100_00, client.side(), TestMoney.side(PartyType.TEAM));
        kafka.publish(
                new EscrowReleasedV1(
                        deal.escrow(),
                        new ReleaseId(Ids.next()),
                        deal.contract(),
                        deal.milestone(),
                        deal.payer(),
                        deal.payee(),
                        Money.of(100_00, "USD"),
                        Money.of(20_00, "USD"),
                        Money.of(80_00, "USD"),
                        Money.of(0, "USD"),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        null,
                        List.of(
                                new TeamPayment(talent.side(), Money.of(60_00, "USD")),
                                new TeamPayment(deal.payee(), Money.of(20_00, "USD")))));

        await().atMost(PATIENCE).until(() -> releases() == 1);

        assertThat(book.totals(talent.party()).getFirst().net()).isEqualTo(Money.of(60_00, "USD"));
        assertThat(book.totals(deal.payee().party()).getFirst().net())
                .isEqualTo(Money.of(80_00, "USD"));
    }

    @Test
    void forgetsASaleThatWasRefundedWhenBothAreHeardTogether() {
        var licence = new LicenceId(Ids.next());
        var asset = new AssetId(Ids.next());
        var price = Money.of(10_00, "USD");
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);

        transactions.executeWithoutResult(_ -> {
            book.record(
                    new AssetPaymentCapturedV1(
                            licence,
                            asset,
                            "Icons",
                            client.side(),
                            talent.side(),
                            price,
                            Money.of(2_00, "USD"),
                            Money.of(8_00, "USD"),
                            "standard",
                            now));
            book.record(
                    new AssetPaymentRefundedV1(
                            licence, asset, "Icons", client.side(), talent.side(), price, now));
        });

        assertThat(book.totals(talent.party())).isEmpty();
    }

    private ReleaseId release(TestMoney.Deal deal, long amount) {
        var release = new ReleaseId(Ids.next());
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), release, Money.of(amount, "USD")));
        kafka.await(EscrowReleasedV1.class, e -> e.releaseId().equals(release));
        return release;
    }

    private long releases() {
        var totals = book.totals(talent.party());
        assertThat(totals.size()).isLessThanOrEqualTo(1);
        return totals.stream().mapToLong(EarningsTotal::releases).sum();
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }
}
