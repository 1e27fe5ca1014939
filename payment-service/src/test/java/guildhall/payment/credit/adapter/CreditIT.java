package guildhall.payment.credit.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.TaskId;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.messages.payment.CreditCommands.ConsumeCreditsV1;
import guildhall.messages.payment.CreditCommands.ReleaseCreditsV1;
import guildhall.messages.payment.CreditCommands.ReserveCreditsV1;
import guildhall.messages.payment.CreditEvents.CreditBonusGrantedV1;
import guildhall.messages.payment.CreditEvents.CreditCommandRejectedV1;
import guildhall.messages.payment.CreditEvents.CreditReservationFailedV1;
import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.CreditEvents.CreditsExpiredV1;
import guildhall.messages.payment.CreditEvents.CreditsPurchasedV1;
import guildhall.messages.payment.CreditEvents.CreditsRanLowV1;
import guildhall.messages.payment.CreditEvents.CreditsReleasedV1;
import guildhall.messages.payment.CreditEvents.CreditsReservedV1;
import guildhall.messages.payment.InvoiceEvents.InvoicePaidV1;
import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.CreditCommand.ReserveCredits;
import guildhall.payment.credit.CreditPack;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.LotId;
import guildhall.payment.topup.Charges;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

/** Credits from the purchase to the talent's share, and many who spend them at once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class CreditIT {
    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired CreditTransactions credits;
    @Autowired CreditPurchases purchases;
    @Autowired TopUps topUps;
    @Autowired Charges charges;
    @Autowired TransactionOperations transactions;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    final Side talent = TestMoney.side(PartyType.TALENT);
    final TaskId task = new TaskId(Ids.next());
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void buysReservesAndUsesCreditsUp() {
        var location =
                post("/v1/credits/purchases", client, "{\"pack\": \"starter\"}")
                        .expectStatus()
                        .isAccepted()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation();
        var purchased =
                kafka.await(CreditsPurchasedV1.class, e -> e.owner().equals(client.party()));
        var invoice = kafka.await(InvoicePaidV1.class, e -> e.recipient().equals(client.party()));

        assertThat(purchased.units()).isEqualTo(10);
        assertThat(purchased.price()).isEqualTo(usd(100_00));
        assertThat(invoice.total()).isEqualTo(usd(100_00));
        assertThat(money.available(client.party())).isZero();
        get(requireNonNull(location).toString(), client)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUCCEEDED");
        get(location.toString(), TestCaller.client()).expectStatus().isNotFound();

        kafka.publish(new ReserveCreditsV1(client.party(), task, 4));
        var consume = new ConsumeCreditsV1(client.party(), task, 3, "Sketch", talent);
        var sameMessage = UUID.randomUUID();
        kafka.publish(sameMessage, consume);
        kafka.publish(sameMessage, consume);
        kafka.publish(new ReleaseCreditsV1(client.party(), task, 1));
        kafka.await(CreditsReservedV1.class, e -> e.taskId().equals(task));
        var consumed = kafka.await(CreditsConsumedV1.class, e -> e.taskId().equals(task));
        var released = kafka.await(CreditsReleasedV1.class, e -> e.taskId().equals(task));

        assertThat(consumed)
                .isEqualTo(
                        new CreditsConsumedV1(
                                client.party(),
                                task,
                                3,
                                talent,
                                usd(30_00),
                                usd(21_00),
                                usd(9_00),
                                consumed.consumedAt()));
        assertThat(released.available()).isEqualTo(7);
        assertThat(money.pending(talent.party())).isEqualTo(21_00);
        get("/v1/credits", client)
                .expectBody()
                .jsonPath("$.available")
                .isEqualTo(7)
                .jsonPath("$.reserved")
                .isEqualTo(0);
        get("/v1/credits/movements?limit=2", client)
                .expectBody()
                .jsonPath("$.items[0].kind")
                .isEqualTo("REFUND")
                .jsonPath("$.items[1].kind")
                .isEqualTo("USAGE")
                .jsonPath("$.next")
                .isNotEmpty();
        money.assertLedgerAddsUp();
    }

    @Test
    void cancelsAPurchaseThatWaitsForItsBuyer() {
        var pack = new CreditPack("proof", 10, usd(100_47));
        var charge = new TopUp(new PaymentIntentId(Ids.next()), client.side(), pack.price(), now());
        transactions.executeWithoutResult(_ -> {
            topUps.handle(new RequestTopUp(charge));
            purchases.add(charge, pack);
        });
        charges.submit(charge);
        var path = "/v1/credits/purchases/" + charge.id();
        var stranger = TestCaller.client();

        get(path, client).expectBody().jsonPath("$.status").isEqualTo("REQUIRES_ACTION");
        get(path + "/confirmation", client).expectBody().jsonPath("$.clientSecret").isNotEmpty();
        get(path + "/confirmation", stranger).expectStatus().isNotFound();
        post(path + "/cancellation", stranger, "").expectStatus().isNotFound();
        post(path + "/cancellation", client, "")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCELLED")
                .jsonPath("$.cancelledBy")
                .isEqualTo("PAYER");
        post(path + "/cancellation", client, "").expectStatus().isOk();

        get(path + "/confirmation", client).expectStatus().isEqualTo(409);
        get("/v1/credits", client).expectBody().jsonPath("$.available").isEqualTo(0);
        topUps.handle(new ConfirmCapture(charge.id(), "ch_late", pack.price(), now()));
        get("/v1/credits", client).expectBody().jsonPath("$.available").isEqualTo(10);
        post(path + "/cancellation", client, "").expectStatus().isEqualTo(409);
        money.assertLedgerAddsUp();
    }

    @Test
    void tellsOnceThatCreditsRunLowAndAgainOnlyAfterThereWereMore() {
        credits.handle(client.party(), new AddCredits(lot(Lot.Kind.PURCHASE, 10, Lot.NEVER)));
        reserveThree(); // 7 left, for more than two tasks
        assertThat(ranLow()).isEmpty();
        reserveThree(); // 4
        reserveThree(); // 1
        kafka.await(CreditsRanLowV1.class, e -> e.owner().equals(client.party()));
        credits.handle(client.party(), new AddCredits(lot(Lot.Kind.PURCHASE, 3, Lot.NEVER))); // 4
        reserveThree(); // 1
        credits.handle(client.party(), new AddCredits(lot(Lot.Kind.PURCHASE, 8, Lot.NEVER))); // 9
        reserveThree(); // 6

        kafka.await(
                CreditsRanLowV1.class, e -> e.owner().equals(client.party()) && e.available() == 6);
        assertThat(ranLow())
                .extracting(CreditsRanLowV1::available, CreditsRanLowV1::unitsPerTask)
                .containsExactly(tuple(4, 3), tuple(6, 3));
    }

    private List<CreditsRanLowV1> ranLow() {
        return kafka.all(CreditsRanLowV1.class).stream()
                .filter(e -> e.owner().equals(client.party()))
                .toList();
    }

    @Test
    void sellsPacksThatExistToBusinessesOnly() {
        post("/v1/credits/purchases", client, "{\"pack\": \"nothing\"}")
                .expectStatus()
                .isEqualTo(422);
        post("/v1/credits/purchases", TestCaller.talent(), "{\"pack\": \"starter\"}")
                .expectStatus()
                .isForbidden();

        get("/v1/credits", client).expectBody().jsonPath("$.available").isEqualTo(0);
    }

    @Test
    void answersWhatCannotBeReservedOrUsed() {
        kafka.publish(new ReserveCreditsV1(client.party(), task, 1));
        kafka.publish(new ConsumeCreditsV1(client.party(), task, 1, "Sketch", talent));

        var failed = kafka.await(CreditReservationFailedV1.class, e -> e.taskId().equals(task));
        var rejected = kafka.await(CreditCommandRejectedV1.class, e -> e.taskId().equals(task));

        assertThat(failed.reason()).isEqualTo("INSUFFICIENT_CREDITS");
        assertThat(rejected.reason()).isEqualTo("UNKNOWN_RESERVATION");
        assertThat(money.pending(talent.party())).isZero();
    }

    @Test
    void givesABonusThatIsAudited() {
        var body =
                """
                {"party": {"type": "BUSINESS", "id": "%s"}, "units": 5, "reason": "Sorry"}
                """
                        .formatted(client.party().id());

        post("/v1/credits/bonuses", client, body).expectStatus().isForbidden();
        post("/v1/credits/bonuses", TestCaller.staff("FINANCE_OPS"), body)
                .expectStatus()
                .isCreated();

        var granted =
                kafka.await(CreditBonusGrantedV1.class, e -> e.owner().equals(client.party()));
        assertThat(granted.available()).isEqualTo(5);
        assertThat(
                        jdbc.sql("select count(*) from operator_audit where target like ?")
                                .param(client.party() + "%")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        money.assertLedgerAddsUp();
    }

    @Test
    void givesALargeBonusWhenASecondPersonApproves() {
        var ann = TestCaller.staff("FINANCE_OPS");
        var bob = TestCaller.staff("ADMIN");
        var good = "/v1/credits/bonuses/" + bonus(150, ann);
        var bad = "/v1/credits/bonuses/" + bonus(200, ann);
        var because = "{\"reason\": \"It was agreed\"}";

        get("/v1/credits/bonuses?limit=100", ann)
                .expectBody()
                .jsonPath("$.items[?(@.units == 200)].status")
                .isEqualTo("AWAITING_APPROVAL");
        post(good + "/approval", client, because).expectStatus().isForbidden();
        post(good + "/approval", ann, because)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/payment/second-person-needed");
        assertThat(available()).isZero();
        post(good + "/approval", bob, because)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("GRANTED")
                .jsonPath("$.approvals[1].by")
                .isEqualTo(bob.user().toString());
        post(good + "/approval", bob, because).expectStatus().isEqualTo(409);
        post(bad + "/rejection", bob, because).expectStatus().isOk();
        post(bad + "/approval", bob, because).expectStatus().isEqualTo(409);
        post("/v1/credits/bonuses/" + Ids.next() + "/approval", bob, because)
                .expectStatus()
                .isNotFound();

        var granted =
                kafka.await(CreditBonusGrantedV1.class, e -> e.owner().equals(client.party()));
        assertThat(granted.available()).isEqualTo(150);
        assertThat(available()).isEqualTo(150);
        money.assertLedgerAddsUp();
    }

    private String bonus(int units, TestCaller staff) {
        record Asked(String id, String status) {}
        var body =
                """
                {"party": {"type": "BUSINESS", "id": "%s"}, "units": %d, "reason": "Sorry"}
                """
                        .formatted(client.party().id(), units);
        var asked =
                requireNonNull(
                        post("/v1/credits/bonuses", staff, body)
                                .expectStatus()
                                .isCreated()
                                .returnResult(Asked.class)
                                .getResponseBody());
        assertThat(asked.status()).isEqualTo("AWAITING_APPROVAL");
        return asked.id();
    }

    private int available() {
        return jdbc.sql("select available from credit_account where owner = ?")
                .param(client.party().toString())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Test
    void expiresABonusInTime() {
        var now = now();
        var lot = lot(Lot.Kind.BONUS, 3, now.plusMillis(200));

        credits.handle(client.party(), new AddCredits(lot));

        var expired = kafka.await(CreditsExpiredV1.class, e -> e.owner().equals(client.party()));
        assertThat(expired.units()).isEqualTo(3);
        assertThat(expired.available()).isZero();
        money.assertLedgerAddsUp();
    }

    @Test
    void usesReservedUnitsUpInTheOrderInWhichTheyExpire() {
        var bought =
                new Lot(new LotId(Ids.next()), Lot.Kind.PURCHASE, 1, usd(50_00), Lot.NEVER, now());
        var given =
                new Lot(
                        new LotId(Ids.next()),
                        Lot.Kind.BONUS,
                        1,
                        usd(10_00),
                        now().plus(1, ChronoUnit.DAYS),
                        now());
        credits.handle(client.party(), new AddCredits(bought));
        credits.handle(client.party(), new AddCredits(given));
        credits.handle(client.party(), new ReserveCredits(task, 2, now()));

        kafka.publish(new ConsumeCreditsV1(client.party(), task, 1, "Sketch", talent));

        var consumed = kafka.await(CreditsConsumedV1.class, e -> e.taskId().equals(task));
        assertThat(consumed.value()).isEqualTo(usd(10_00));
        money.assertLedgerAddsUp();
    }

    @Test
    void neverSpendsACreditTwiceWithSixtyFourTasksAtOnce() throws Exception {
        credits.handle(client.party(), new AddCredits(lot(Lot.Kind.PURCHASE, 100, Lot.NEVER)));
        var work =
                IntStream.range(0, 64)
                        .<Callable<Boolean>>mapToObj(_ -> this::reserveThree)
                        .toList();

        try (var threads = Executors.newFixedThreadPool(16)) {
            var reserved = 0;
            for (var done : threads.invokeAll(work)) {
                reserved += done.get() ? 1 : 0;
            }
            assertThat(reserved).isEqualTo(33);
        }

        get("/v1/credits", client)
                .expectBody()
                .jsonPath("$.available")
                .isEqualTo(1)
                .jsonPath("$.reserved")
                .isEqualTo(99);
    }

    @Test
    void keepsTheValueOfUnusedCreditsInTheLedger() {
        credits.handle(client.party(), new AddCredits(lot(Lot.Kind.PURCHASE, 7, Lot.NEVER)));
        reserveThree();

        get("/v1/ledger/trial-balance", TestCaller.staff("FINANCE_OPS"))
                .expectBody()
                .jsonPath("$.difference")
                .isEqualTo(0);
    }

    @Test
    void keepsTheTablesRightAgainstAnybody() {
        credits.handle(client.party(), new AddCredits(lot(Lot.Kind.PURCHASE, 2, Lot.NEVER)));
        var owner = client.party().toString();

        assertRefused("update credit_account set available = -1 where owner = ?", owner);
        assertRefused("update credit_movement set available = 5 where owner = ?", owner);
        assertRefused("delete from credit_movement where owner = ?", owner);
        assertRefused(
                """
                insert into credit_movement (owner, movement_no, kind, available, reserved,
                    available_after, reserved_after, reference, moved_at)
                values (?, 2, 'USAGE', -1, 0, 1, 0, gen_random_uuid(), now())
                """,
                owner);
        assertRefused(
                """
                insert into credit_movement (owner, movement_no, kind, available, reserved,
                    available_after, reserved_after, reference, moved_at)
                values (?, 2, 'PURCHASE', 1, 0, 3, 0, gen_random_uuid(), now())
                """,
                owner);
    }

    private void assertRefused(String sql, String owner) {
        assertThatThrownBy(() -> jdbc.sql(sql).param(owner).update())
                .isInstanceOf(DataAccessException.class);
    }

    private boolean reserveThree() {
        var command = new ReserveCredits(new TaskId(Ids.next()), 3, now());
        return credits.handle(client.party(), command).decision() instanceof Accepted;
    }

    private static Lot lot(Lot.Kind kind, int units, Instant expiresAt) {
        return new Lot(new LotId(Ids.next()), kind, units, usd(1_001), expiresAt, now());
    }

    private RestTestClient.ResponseSpec get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private RestTestClient.ResponseSpec post(String path, TestCaller caller, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
