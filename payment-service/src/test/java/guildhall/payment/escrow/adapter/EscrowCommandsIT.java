package guildhall.payment.escrow.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.DisputeOutcomeRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowCancelRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowCancelledV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.messages.payment.EscrowEvents.EscrowRefundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleaseRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.FeeTerms;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FreezeEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.PaymentCommands.SplitFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.UnfreezeEscrowV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.messages.payment.TeamShare;
import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.payment.TestMoney;
import guildhall.runtime.id.Ids;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.WithInfrastructure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The commands as contract-service sends them, and the answers as it gets them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class EscrowCommandsIT {
    @Autowired KafkaProbe kafka;
    @Autowired TestMoney money;

    TestMoney.Deal deal;

    @BeforeEach
    void aDealAndAWalletOfTenThousand() {
        deal = money.deal(1_000_00);
        money.deposit(deal.payer().party(), 10_000_00);
    }

    @Test
    void fundsReleasesAndPaysOut() {
        kafka.publish(deal.fund(1));
        var release = new ReleaseId(Ids.next());
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), release, usd(1_000_00)));

        var funded = kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var released = kafka.await(EscrowReleasedV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(funded)
                .isEqualTo(
                        new EscrowFundedV1(
                                deal.escrow(),
                                1,
                                deal.contract(),
                                deal.milestone(),
                                deal.payer(),
                                deal.payee(),
                                usd(1_000_00),
                                funded.fundedAt(),
                                null,
                                "talent-2026-1"));
        assertThat(released)
                .isEqualTo(
                        new EscrowReleasedV1(
                                deal.escrow(),
                                release,
                                deal.contract(),
                                deal.milestone(),
                                deal.payer(),
                                deal.payee(),
                                usd(1_000_00),
                                usd(150_00),
                                usd(850_00),
                                usd(0),
                                released.releasedAt()));
        assertThat(money.available(deal.payer().party())).isEqualTo(9_000_00);
        assertThat(money.pending(deal.payee().party())).isEqualTo(850_00);
        var opened = kafka.await(WalletOpenedV1.class, e -> e.owner().equals(deal.payee().party()));
        assertThat(opened.currency()).isEqualTo("USD");
        money.assertLedgerAddsUp();
    }

    @Test
    void answersRedeliveriesAndRepetitionsWithoutMovingMoneyAgain() {
        var release = new ReleaseEscrowV1(deal.escrow(), new ReleaseId(Ids.next()), usd(400_00));
        var sameMessage = UUID.randomUUID();
        kafka.publish(deal.fund(1));
        kafka.publish(sameMessage, release);
        kafka.publish(sameMessage, release);
        kafka.publish(release);
        kafka.publish(deal.fund(1));

        // The answers of one escrow come in order, so the last one is the end.
        kafka.publish(new CancelEscrowV1(deal.escrow(), new RefundId(Ids.next()), "over"));
        var cancelled =
                kafka.await(EscrowCancelledV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(cancelled.refunded()).isEqualTo(usd(600_00));
        var released =
                kafka.all(EscrowReleasedV1.class).stream()
                        .filter(e -> e.escrowId().equals(deal.escrow()))
                        .toList();
        assertThat(released).hasSize(2);
        assertThat(released.getFirst()).isEqualTo(released.getLast());
        assertThat(
                        kafka.all(EscrowFundedV1.class).stream()
                                .filter(e -> e.escrowId().equals(deal.escrow())))
                .hasSize(2);
        assertThat(money.available(deal.payer().party())).isEqualTo(9_600_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void refusesWhatCannotBePaidAndFundsTheNextAttempt() {
        var large = money.deal(20_000_00, deal.payer());
        kafka.publish(large.fund(1));

        var failed =
                kafka.await(EscrowFundingFailedV1.class, e -> e.escrowId().equals(large.escrow()));
        money.deposit(deal.payer().party(), 10_000_00);
        kafka.publish(large.fund(2));
        var funded = kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(large.escrow()));

        assertThat(failed.reason()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(failed.attempt()).isEqualTo(1);
        assertThat(funded.attempt()).isEqualTo(2);
        assertThat(money.available(deal.payer().party())).isZero();
        money.assertLedgerAddsUp();
    }

    @Test
    void refusesAFundingThatArrivesAfterItsCancellation() {
        kafka.publish(new CancelEscrowV1(deal.escrow(), new RefundId(Ids.next()), "too late"));
        kafka.publish(deal.fund(1));

        var cancelled =
                kafka.await(EscrowCancelledV1.class, e -> e.escrowId().equals(deal.escrow()));
        var failed =
                kafka.await(EscrowFundingFailedV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(cancelled.refunded()).isNull();
        assertThat(failed.reason()).isEqualTo("ESCROW_CANCELLED");
        assertThat(money.available(deal.payer().party())).isEqualTo(10_000_00);
    }

    @Test
    void refundsAPartAndRejectsAnUnknownEscrow() {
        var unknown = new EscrowId(Ids.next());
        kafka.publish(deal.fund(1));
        kafka.publish(
                new RefundEscrowV1(deal.escrow(), new RefundId(Ids.next()), usd(300_00), "scope"));
        kafka.publish(new ReleaseEscrowV1(unknown, new ReleaseId(Ids.next()), usd(1)));

        var refunded = kafka.await(EscrowRefundedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var rejected =
                kafka.await(EscrowReleaseRejectedV1.class, e -> e.escrowId().equals(unknown));

        assertThat(refunded.stillHeld()).isEqualTo(usd(700_00));
        assertThat(rejected.reason()).isEqualTo("UNKNOWN_ESCROW");
        assertThat(money.available(deal.payer().party())).isEqualTo(9_300_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void freezesForADisputeAndPaysItsOutcome() {
        var dispute = new DisputeId(Ids.next());
        var release = new ReleaseId(Ids.next());
        var freeze = new FreezeEscrowV1(deal.escrow(), dispute);
        kafka.publish(deal.fund(1));
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), new ReleaseId(Ids.next()), usd(400_00)));
        kafka.publish(freeze);
        kafka.publish(freeze);
        kafka.publish(new CancelEscrowV1(deal.escrow(), new RefundId(Ids.next()), "quarrel"));
        kafka.publish(
                new SplitFrozenFundsV1(deal.escrow(), dispute, release, usd(400_00), usd(600_00)));
        kafka.publish(new UnfreezeEscrowV1(deal.escrow(), dispute));

        var rejected =
                kafka.await(
                        DisputeOutcomeRejectedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var refused =
                kafka.await(EscrowCancelRejectedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var split = kafka.await(DisputeFundsSplitV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(rejected.reason()).isEqualTo("NOT_FROZEN");
        assertThat(refused.reason()).isEqualTo("FROZEN");
        assertThat(split)
                .isEqualTo(
                        new DisputeFundsSplitV1(
                                deal.escrow(),
                                dispute,
                                release,
                                deal.contract(),
                                deal.milestone(),
                                deal.payer(),
                                deal.payee(),
                                usd(400_00),
                                usd(600_00),
                                usd(110_00),
                                usd(490_00),
                                split.splitAt(),
                                null,
                                null,
                                null));
        var frozen =
                kafka.all(EscrowFrozenV1.class).stream()
                        .filter(e -> e.escrowId().equals(deal.escrow()))
                        .toList();
        assertThat(frozen).hasSize(2);
        assertThat(frozen.getFirst()).isEqualTo(frozen.getLast());
        assertThat(frozen.getFirst().recalled()).isEqualTo(usd(400_00));
        assertThat(money.available(deal.payer().party())).isEqualTo(9_400_00);
        assertThat(money.pending(deal.payee().party())).isEqualTo(490_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void takesTheBuyerFeeAndPaysATeam() {
        var ann = TestMoney.side(PartyType.TALENT);
        var order =
                new FundEscrowV1(
                        deal.escrow(),
                        1,
                        deal.contract(),
                        deal.milestone(),
                        "Logo",
                        deal.payer(),
                        deal.payee(),
                        deal.amount(),
                        new FeeTerms("GIG_ORDER", "talent-2026-1", 2, null),
                        List.of(new TeamShare(ann, 3_333), new TeamShare(deal.payee(), 6_667)));
        kafka.publish(order);
        kafka.publish(new ReleaseEscrowV1(deal.escrow(), new ReleaseId(Ids.next()), usd(333_33)));
        kafka.publish(new CancelEscrowV1(deal.escrow(), new RefundId(Ids.next()), "over"));

        var cancelled =
                kafka.await(EscrowCancelledV1.class, e -> e.escrowId().equals(deal.escrow()));
        var funded = kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));
        var released = kafka.await(EscrowReleasedV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(funded.buyerFee()).isEqualTo(usd(50_00));
        assertThat(funded.feeSchedule()).isEqualTo("talent-2026-1");
        assertThat(released.fee()).isEqualTo(usd(50_00)); // 15 % at level 2
        assertThat(released.buyerFee()).isEqualTo(usd(16_67));
        assertThat(released.team())
                .containsExactly(
                        new TeamPayment(ann, usd(94_43)),
                        new TeamPayment(deal.payee(), usd(188_90)));
        assertThat(cancelled.refunded()).isEqualTo(usd(666_67));
        assertThat(cancelled.buyerFee()).isEqualTo(usd(33_33));
        assertThat(money.available(deal.payer().party())).isEqualTo(9_650_00);
        assertThat(money.pending(ann.party())).isEqualTo(94_43);
        assertThat(money.pending(deal.payee().party())).isEqualTo(188_90);
        assertThat(money.deferred(deal.escrow())).isZero();
        money.assertLedgerAddsUp();
    }

    @Test
    void refusesAFeeScheduleThatNobodyKnows() {
        kafka.publish(
                new FundEscrowV1(
                        deal.escrow(),
                        1,
                        deal.contract(),
                        deal.milestone(),
                        "Logo",
                        deal.payer(),
                        deal.payee(),
                        deal.amount(),
                        new FeeTerms("FIXED", "talent-1999", null, null),
                        null));

        var failed =
                kafka.await(EscrowFundingFailedV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(failed.reason()).isEqualTo("UNKNOWN_FEE_SCHEDULE");
        assertThat(money.available(deal.payer().party())).isEqualTo(10_000_00);
    }

    @Test
    void setsAnOrderToMoveNothingAsideAtOnceWithoutStoppingOthers() {
        var broken = money.deal(0, deal.payer());
        kafka.publish(broken.fund(1));
        kafka.publish(deal.fund(1));

        kafka.await(EscrowFundedV1.class, e -> e.escrowId().equals(deal.escrow()));

        assertThat(money.available(deal.payer().party())).isEqualTo(9_000_00);
        await().untilAsserted(() -> assertThat(kafka.records("payment.commands.dlt")).hasSize(1));
    }

    static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
