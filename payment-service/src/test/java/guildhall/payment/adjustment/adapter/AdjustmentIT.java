package guildhall.payment.adjustment.adapter;

import static guildhall.payment.adjustment.adapter.AdjustmentApi.atOnce;
import static guildhall.payment.adjustment.adapter.AdjustmentApi.created;
import static guildhall.payment.adjustment.adapter.AdjustmentApi.isProblem;
import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentDeclinedV1;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentPostedV1;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentRequestedV1;
import guildhall.messages.payment.AdjustmentEvents.WalletAdjustedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.payment.TestMoney;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two persons correct the books. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.clearing.safety-window=1s",
            "guildhall.payment.clearing.sweep-every=100ms"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class AdjustmentIT {
    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;
    @Autowired JdbcClient app;
    @Autowired AdjustmentExpiry expiry;
    @Autowired TransactionOperations transactions;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    final TestCaller ann = TestCaller.staff("FINANCE_OPS");
    final TestCaller bob = TestCaller.staff("FINANCE_OPS");
    AdjustmentApi api;

    @BeforeEach
    void connect() {
        api = AdjustmentApi.at(port, client);
        money.deposit(client.party(), 20_00);
    }

    @Test
    void postsWhatOnePersonAsksForAndAnotherOneApproves() {
        var key = AdjustmentApi.key();
        var id = created(api.ask(ann, "IN", 5_00, client, key));
        var again = created(api.ask(ann, "IN", 5_00, client, key));
        var announced = kafka.await(AdjustmentRequestedV1.class, e -> is(id, e.adjustmentId()));

        isProblem(api.act(id, "approval", ann), 409, "second-person-needed");
        assertThat(money.available(client.party())).isEqualTo(20_00);
        api.act(id, "approval", bob).expectBody().jsonPath("$.status").isEqualTo("POSTED");
        api.act(id, "approval", bob).expectStatus().isOk();
        isProblem(api.act(id, "rejection", bob), 409, "adjustment-already-decided");

        var posted = kafka.await(AdjustmentPostedV1.class, e -> is(id, e.adjustmentId()));
        assertThat(again).isEqualTo(id);
        assertThat(announced.amount()).isEqualTo(usd(5_00));
        assertThat(posted)
                .isEqualTo(
                        new AdjustmentPostedV1(
                                new AdjustmentId(id),
                                usd(5_00),
                                "Fee returned",
                                List.of(new WalletAdjustedV1(client.party(), "IN", usd(5_00))),
                                ann.user(),
                                bob.user(),
                                posted.postedAt()));
        assertThat(money.available(client.party())).isEqualTo(25_00);
        api.get("/v1/wallets/USD/statement?limit=1", client)
                .expectBody()
                .jsonPath("$.items[0].reason")
                .isEqualTo("ADJUSTMENT")
                .jsonPath("$.items[0].description")
                .isEqualTo("Fee returned");
        assertThat(api.audited(id))
                .contains("adjustment.request", "adjustment.approve", "adjustment.turn-down");
        money.assertLedgerAddsUp();
    }

    @Test
    void reversesAJournalOnceAsAWhole() {
        var deposit = api.journals(client.party(), bob).getFirst();
        var id = created(api.askToReverse(deposit.id(), ann));
        isProblem(api.askToReverse(deposit.id(), bob), 409, "journal-already-reversed");

        api.act(id, "approval", bob)
                .expectBody()
                .jsonPath("$.reverses")
                .isEqualTo(deposit.id().toString())
                .jsonPath("$.entries.length()")
                .isEqualTo(2);

        assertThat(money.available(client.party())).isZero();
        isProblem(api.askToReverse(deposit.id(), bob), 409, "journal-already-reversed");
        assertThat(api.journals(client.party(), bob))
                .extracting(AdjustmentApi.Journal::reason)
                .containsExactly("ADJUSTMENT", "DEPOSIT");
        assertThat(api.journals(id, bob)).hasSize(1);
        money.assertLedgerAddsUp();
    }

    @Test
    void leavesJournalsAloneThatAnEscrowStandsFor() {
        var deal = money.deal(10_00, client.side());
        kafka.publish(deal.fund(1));
        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var hold = api.journals(deal.escrow(), bob).getFirst();

        isProblem(api.askToReverse(hold.id(), ann), 422, "journal-not-reversible");
    }

    @Test
    void refusesWhatIsNotCoveredNotAllowedOrNobodysMoney() {
        var tooMuch = api.asked(ann, "OUT", 20_01);
        var large = api.asked(ann, "IN", 1_500_00);
        var stranger = TestCaller.client();

        isProblem(api.act(tooMuch, "approval", bob), 409, "insufficient-funds");
        isProblem(api.act(large, "approval", bob), 403, "administrator-needed");
        api.act(large, "approval", TestCaller.staff("ADMIN")).expectStatus().isOk();
        isProblem(api.ask(ann, "IN", 100_000_01), 422, "adjustment-too-large");
        isProblem(api.ask(ann, "IN", 1, stranger, AdjustmentApi.key()), 422, "wallet-never-used");
        api.ask(client, "IN", 1).expectStatus().isForbidden();
        api.act(tooMuch, "approval", TestCaller.staff("COMPLIANCE")).expectStatus().isForbidden();
        api.get("/v1/ledger/adjustments/" + tooMuch, TestCaller.staff("COMPLIANCE"))
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("REQUESTED");
        assertThat(money.available(client.party())).isEqualTo(1_520_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void limitsWhatOneAdministratorApprovesWithinADayEvenAtOnce() {
        var admin = TestCaller.staff("ADMIN");
        var ids = Stream.generate(() -> api.asked(ann, "IN", 80_000_00)).limit(6).toList();

        var statuses = atOnce(ids.stream().map(id -> () -> api.approvalStatus(id, admin)));

        assertThat(statuses).containsOnly(200, 422).filteredOn(status -> status == 200).hasSize(2);
        assertThat(money.available(client.party())).isEqualTo(160_020_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void postsOnceHoweverManyApproveAtTheSameTime() {
        var id = api.asked(ann, "OUT", 20_00);
        var crowd = Stream.generate(() -> TestCaller.staff("FINANCE_OPS")).limit(8).toList();

        var statuses = atOnce(crowd.stream().map(one -> () -> api.approvalStatus(id, one)));

        assertThat(statuses).containsOnly(200, 409).filteredOn(status -> status == 200).hasSize(1);
        assertThat(money.available(client.party())).isZero();
        assertThat(api.journals(id, bob)).hasSize(1);
        money.assertLedgerAddsUp();
    }

    @Test
    void endsWithoutApprovalInThreeWays() {
        var turnedDown = api.asked(ann, "IN", 1_00);
        var withdrawn = api.asked(ann, "IN", 1_00);
        var expired = api.asked(ann, "IN", 1_00);

        isProblem(api.act(turnedDown, "rejection", ann), 409, "second-person-needed");
        api.act(turnedDown, "rejection", bob).expectStatus().isOk();
        isProblem(api.act(withdrawn, "withdrawal", bob), 409, "adjustment-of-somebody-else");
        api.act(withdrawn, "withdrawal", ann).expectStatus().isOk();
        transactions.executeWithoutResult(_ -> expiry.fire(expired.toString()));
        transactions.executeWithoutResult(_ -> expiry.fire(withdrawn.toString()));

        isProblem(api.act(expired, "approval", bob), 409, "adjustment-already-decided");
        assertThat(
                        Stream.of(turnedDown, withdrawn, expired)
                                .map(id ->
                                        kafka.await(
                                                        AdjustmentDeclinedV1.class,
                                                        e -> is(id, e.adjustmentId()))
                                                .outcome()))
                .containsExactly("TURNED_DOWN", "WITHDRAWN", "EXPIRED");
        api.get("/v1/ledger/adjustments?status=EXPIRED&limit=1", bob)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(expired.toString());
        assertThat(money.available(client.party())).isEqualTo(20_00);
    }

    @Test
    void isHeldToTwoPersonsByTheDatabaseToo() {
        var id = api.asked(ann, "IN", 1_00);
        var alone =
                """
                update adjustment set status = 'POSTED', decided_by = requested_by,
                    decision = 'Me', decided_at = now()
                where adjustment_id = ?
                """;

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> app.sql(alone).param(id).update())
                .havingRootCause()
                .withMessageContaining("two_persons");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> app.sql("update adjustment_entry set debit = 1").update())
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    private static boolean is(UUID id, AdjustmentId adjustment) {
        return adjustment.value().equals(id);
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
