package guildhall.payment.escrow.adapter;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.FeeTerms;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.TeamShare;
import guildhall.payment.TestMoney;
import guildhall.payment.TestMoney.Deal;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.escrow.EscrowRejection;
import guildhall.payment.escrow.Escrows;
import guildhall.runtime.chore.Chore;
import guildhall.runtime.id.Ids;
import guildhall.testkit.WithInfrastructure;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A freeze that meets a release, the end of a safety window or another freeze. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure(POSTGRES)
@Import(TestMoney.class)
class DisputeRacesIT {
    @Autowired EscrowTransactions desk;
    @Autowired Escrows escrows;
    @Autowired TestMoney money;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("clearingChore")
    Chore clearing;

    @Test
    void freezesEveryCentWhetherTheReleaseOrTheFreezeComesFirst() throws Exception {
        for (int round = 0; round < 20; round++) {
            var deal = funded(100_00);
            var release = release(deal, 100_00);

            var answers = atOnce(handling(release), handling(freeze(deal, dispute())));

            var released = answers.getFirst() instanceof EscrowAnswer.Released;
            assertThat(answers.getLast())
                    .isInstanceOfSatisfying(
                            EscrowAnswer.Frozen.class,
                            frozen ->
                                    assertThat(frozen.freeze().fromReleased())
                                            .isEqualTo(usd(released ? 100_00 : 0)));
            assertThat(money.frozen(deal.escrow())).isEqualTo(100_00);
            assertThat(money.pending(deal.payee().party())).isZero();
            money.assertLedgerAddsUp();
        }
    }

    @Test
    void eitherFreezesOrClearsWhenTheSafetyWindowEndsMeanwhile() throws Exception {
        for (int round = 0; round < 10; round++) {
            var deal = funded(100_00);
            handle(release(deal, 100_00));
            endWindow(deal);

            var answers =
                    atOnce(
                            handling(freeze(deal, dispute())),
                            () -> {
                                clearing.work().run();
                                return "swept";
                            });

            var spendable = money.available(deal.payee().party());
            if (answers.getFirst() instanceof EscrowAnswer.Frozen) {
                assertThat(spendable).isZero();
                assertThat(money.frozen(deal.escrow())).isEqualTo(100_00);
            } else {
                assertThat(spendable).isEqualTo(80_00);
                assertThat(answers.getFirst())
                        .isInstanceOfSatisfying(
                                EscrowAnswer.FreezeRejected.class,
                                rejected ->
                                        assertThat(rejected.reason())
                                                .isEqualTo(new EscrowRejection.AlreadyAvailable()));
            }
            money.assertLedgerAddsUp();
        }
    }

    @Test
    void clearsARecalledHoldOnlyAfterItIsRestored() {
        var deal = funded(100_00);
        var dispute = dispute();
        handle(release(deal, 40_00));
        handle(freeze(deal, dispute));
        endWindow(deal);

        clearing.work().run();
        assertThat(money.available(deal.payee().party())).isZero();

        handle(new EscrowOrder.Unfreeze(deal.escrow(), dispute, now()));
        endWindow(deal);
        clearing.work().run();
        assertThat(money.available(deal.payee().party())).isEqualTo(32_00);
        assertThat(money.escrowed(deal.escrow())).isEqualTo(60_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void givesOnlyOneOfTwoOutcomesThatArriveAtOnce() throws Exception {
        var deal = funded(100_00);
        var dispute = dispute();
        handle(freeze(deal, dispute));

        var answers =
                atOnce(
                        handling(split(deal, dispute, 30_00, 70_00)),
                        handling(new EscrowOrder.Unfreeze(deal.escrow(), dispute, now())));

        assertThat(answers).filteredOn(EscrowAnswer.OutcomeRejected.class::isInstance).hasSize(1);
        assertThat(money.frozen(deal.escrow())).isZero();
        money.assertLedgerAddsUp();
    }

    @Test
    void readsBackWhatADisputeDid() {
        var deal = funded(100_00);
        var first = dispute();
        var second = dispute();
        handle(release(deal, 40_00));
        handle(freeze(deal, first));
        handle(new EscrowOrder.Unfreeze(deal.escrow(), first, now()));
        var restored = handle(new EscrowOrder.Unfreeze(deal.escrow(), first, now()));
        var frozen = handle(freeze(deal, second));
        var split = handle(split(deal, second, 30_00, 70_00));

        assertThat(restored).isInstanceOf(EscrowAnswer.Unfrozen.class);
        assertThat(handle(freeze(deal, second))).isEqualTo(frozen);
        assertThat(handle(((EscrowAnswer.Split) split).split(), deal)).isEqualTo(split);
        assertThat(escrows.find(deal.escrow())).isInstanceOf(Escrow.Settled.class);
        assertThat(money.available(deal.payer().party())).isEqualTo(30_00);
        assertThat(money.pending(deal.payee().party())).isEqualTo(56_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void readsBackTheBuyerFeeAndTheTeam() {
        var deal = money.deal(100_00);
        var ann = TestMoney.side(PartyType.TALENT);
        money.deposit(deal.payer().party(), 105_00);
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
                        new FeeTerms("GIG_ORDER", null, 4, "PRO"),
                        List.of(new TeamShare(ann, 5_001), new TeamShare(deal.payee(), 4_999)));
        handle(new EscrowMessages(Clock.systemUTC()).order(order));
        var dispute = dispute();
        handle(release(deal, 33_33));
        var frozen = handle(freeze(deal, dispute));
        var split = handle(split(deal, dispute, 50_00, 50_00));

        assertThat(handle(freeze(deal, dispute))).isEqualTo(frozen);
        assertThat(handle(((EscrowAnswer.Split) split).split(), deal)).isEqualTo(split);
        // Half of the buyer fee went back, half was earned; 10 % of the rest are the commission.
        assertThat(money.available(deal.payer().party())).isEqualTo(52_50);
        assertThat(money.pending(ann.party())).isEqualTo(22_50);
        assertThat(money.pending(deal.payee().party())).isEqualTo(22_50);
        money.assertLedgerAddsUp();
    }

    @Test
    void keepsTheMovementsOfAnEscrowThatIsUntouchedAgain() {
        var deal = funded(100_00);
        var dispute = dispute();
        handle(freeze(deal, dispute));
        handle(new EscrowOrder.ReturnToWork(deal.escrow(), dispute, now()));

        var released = handle(release(deal, 100_00));

        assertThat(released).isInstanceOf(EscrowAnswer.Released.class);
        assertThat(escrows.find(deal.escrow()))
                .isInstanceOfSatisfying(
                        Escrow.Released.class,
                        escrow -> assertThat(escrow.holding().movements()).hasSize(3));
        money.assertLedgerAddsUp();
    }

    private Deal funded(long amount) {
        var deal = money.deal(amount);
        money.deposit(deal.payer().party(), amount);
        handle(new EscrowMessages(Clock.systemUTC()).order(deal.fund(1)));
        return deal;
    }

    private EscrowAnswer handle(EscrowOrder order) {
        return desk.handle(List.of(order)).getFirst();
    }

    /** The same split once more. */
    private EscrowAnswer handle(guildhall.payment.escrow.Movement.Split known, Deal deal) {
        return handle(
                new EscrowOrder.Split(
                        deal.escrow(),
                        known.id(),
                        known.toPayee().id(),
                        known.toPayer(),
                        known.toPayee().gross(),
                        now()));
    }

    private Callable<Object> handling(EscrowOrder order) {
        return () -> handle(order);
    }

    private void endWindow(Deal deal) {
        jdbc.sql("update safety_hold set clears_at = now() - interval '1s' where escrow_id = ?")
                .param(deal.escrow().value())
                .update();
    }

    @SafeVarargs
    private static List<Object> atOnce(Callable<Object>... work)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = List.of(work).stream().map(threads::submit).toList();
            var results = new ArrayList<>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static EscrowOrder release(Deal deal, long gross) {
        return new EscrowOrder.Release(deal.escrow(), new ReleaseId(Ids.next()), usd(gross), now());
    }

    private static EscrowOrder freeze(Deal deal, DisputeId dispute) {
        return new EscrowOrder.Freeze(deal.escrow(), dispute, now());
    }

    private static EscrowOrder split(Deal deal, DisputeId dispute, long client, long talent) {
        return new EscrowOrder.Split(
                deal.escrow(), dispute, new ReleaseId(Ids.next()), usd(client), usd(talent), now());
    }

    private static DisputeId dispute() {
        return new DisputeId(Ids.next());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
