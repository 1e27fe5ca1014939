package guildhall.payment.escrow.adapter;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.payment.TestMoney;
import guildhall.payment.TestMoney.Deal;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.escrow.Escrows;
import guildhall.runtime.id.Ids;
import guildhall.testkit.Seeds;
import guildhall.testkit.WithInfrastructure;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** Orders that arrive at the same moment, on the real database. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure(POSTGRES)
@Import(TestMoney.class)
class EscrowRacesIT {
    @Autowired EscrowTransactions desk;
    @Autowired Escrows escrows;
    @Autowired TestMoney money;
    @Autowired TransactionOperations transactions;

    @Test
    void neverOverspendsAWalletWithSixtyFourFundingsAtOnce() throws Exception {
        var payer = TestMoney.side(PartyType.BUSINESS);
        money.deposit(payer.party(), 1_000_00);
        var deals = times(64, () -> money.deal(30_00, payer));

        var answers = atOnce(deals.stream().map(deal -> handling(fund(deal))).toList());

        assertThat(answers).filteredOn(EscrowAnswer.Funded.class::isInstance).hasSize(33);
        assertThat(answers).filteredOn(EscrowAnswer.FundingFailed.class::isInstance).hasSize(31);
        assertThat(money.available(payer.party())).isEqualTo(10_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void paysOnceWhenOneReleaseArrivesManyTimes() throws Exception {
        var deal = funded(500_00);
        var release = release(deal, new ReleaseId(Ids.next()), 500_00);

        var answers = atOnce(times(16, () -> handling(release)));

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(money.pending(deal.payee().party())).isEqualTo(400_00);
        assertThat(money.escrowed(deal.escrow())).isZero();
        money.assertLedgerAddsUp();
    }

    @Test
    void paysOnlyOneOfTwoReleasesThatTogetherExceedTheEscrow() throws Exception {
        var deal = funded(500_00);

        var answers =
                atOnce(
                        List.of(
                                handling(release(deal, new ReleaseId(Ids.next()), 300_00)),
                                handling(release(deal, new ReleaseId(Ids.next()), 300_00))));

        assertThat(answers).filteredOn(EscrowAnswer.Released.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(EscrowAnswer.ReleaseRejected.class::isInstance).hasSize(1);
        assertThat(money.escrowed(deal.escrow())).isEqualTo(200_00);
        money.assertLedgerAddsUp();
    }

    @Test
    void givesTheMoneyToEitherSideWhenReleaseMeetsCancellation() throws Exception {
        for (int round = 0; round < 20; round++) {
            var deal = funded(100_00);
            var before = money.available(deal.payer().party());

            atOnce(
                    List.of(
                            handling(release(deal, new ReleaseId(Ids.next()), 100_00)),
                            handling(cancel(deal))));

            var paid = money.pending(deal.payee().party()) > 0;
            var returned = money.available(deal.payer().party()) - before == 100_00;
            assertThat(paid).isNotEqualTo(returned);
            assertThat(money.escrowed(deal.escrow())).isZero();
        }
        money.assertLedgerAddsUp();
    }

    /** Payers, payees and the fee account are shared, and every order locks several of them. */
    @Test
    void neverRunsIntoADeadlock() throws Exception {
        var payers = times(3, () -> TestMoney.side(PartyType.BUSINESS));
        var payees = times(3, () -> TestMoney.side(PartyType.TALENT));
        payers.forEach(payer -> money.deposit(payer.party(), 100_000_00));
        var any = Seeds.of(42);
        var batches =
                times(
                        60,
                        () -> {
                            var orders = new ArrayList<EscrowOrder>();
                            for (int i = any.intBetween(1, 4); i > 0; i--) {
                                var deal = money.deal(10_00, any.oneOf(payers), any.oneOf(payees));
                                orders.add(fund(deal));
                                orders.add(release(deal, new ReleaseId(Ids.next()), 6_00));
                                orders.add(cancel(deal));
                            }
                            return any.shuffled(orders);
                        });

        var answers =
                atOnce(batches.stream().<Callable<Object>>map(b -> () -> desk.handle(b)).toList());

        assertThat(answers).hasSize(60);
        money.assertLedgerAddsUp();
    }

    @Test
    void leavesNoTraceOfATransactionThatDies() {
        var payer = TestMoney.side(PartyType.BUSINESS);
        money.deposit(payer.party(), 50_00);
        var deal = money.deal(50_00, payer);

        transactions.executeWithoutResult(crash -> {
            desk.handle(List.of(fund(deal)));
            crash.setRollbackOnly();
        });

        assertThat(money.available(payer.party())).isEqualTo(50_00);
        assertThat(escrows.find(deal.escrow())).isEqualTo(new Escrow.Absent());
        assertThat(desk.handle(List.of(fund(deal))))
                .first()
                .isInstanceOf(EscrowAnswer.Funded.class);
        money.assertLedgerAddsUp();
    }

    @Test
    void readsBackEveryStateAsItWasDecided() {
        var deal = funded(100_00);
        var tombstone = new EscrowId(Ids.next());
        var poor = money.deal(1, TestMoney.side(PartyType.BUSINESS));
        var cancelled = money.deal(1, TestMoney.side(PartyType.BUSINESS));
        desk.handle(List.of(release(deal, new ReleaseId(Ids.next()), 10_00)));
        desk.handle(List.of(refund(deal, 20_00)));
        desk.handle(List.of(fund(poor)));
        desk.handle(List.of(fund(cancelled)));
        desk.handle(List.of(cancel(cancelled)));
        desk.handle(List.of(new EscrowOrder.Cancel(tombstone, new RefundId(Ids.next()), now())));

        var partly = desk.handle(List.of(cancel(deal))).getFirst();

        assertThat(partly)
                .isInstanceOfSatisfying(
                        EscrowAnswer.WoundUp.class,
                        done -> assertThat(done.returned()).isEqualTo(usd(70_00)));
        assertThat(escrows.find(deal.escrow())).isInstanceOf(Escrow.Settled.class);
        assertThat(escrows.find(poor.escrow())).isInstanceOf(Escrow.Pending.class);
        assertThat(escrows.find(cancelled.escrow())).isInstanceOf(Escrow.Cancelled.class);
        assertThat(escrows.find(tombstone)).isInstanceOf(Escrow.Tombstone.class);
        assertThat(escrows.ofContract(deal.contract(), new EscrowId(new UUID(0, 0)), 9))
                .containsOnlyKeys(deal.escrow());
    }

    private Deal funded(long amount) {
        var deal = money.deal(amount);
        money.deposit(deal.payer().party(), amount + 1);
        desk.handle(List.of(fund(deal)));
        return deal;
    }

    /** Two that create the same escrow at once: one fails and is tried again, as Kafka would. */
    private Callable<EscrowAnswer> handling(EscrowOrder order) {
        return () -> {
            try {
                return desk.handle(List.of(order)).getFirst();
            } catch (DuplicateKeyException _) {
                return desk.handle(List.of(order)).getFirst();
            }
        };
    }

    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> work)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = work.stream().map(threads::submit).toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static <T> List<T> times(int count, Supplier<T> make) {
        return Stream.generate(make).limit(count).toList();
    }

    private static EscrowOrder fund(Deal deal) {
        return new EscrowMessages(Clock.systemUTC()).order(deal.fund(1));
    }

    private static EscrowOrder release(Deal deal, ReleaseId release, long gross) {
        return new EscrowOrder.Release(deal.escrow(), release, usd(gross), now());
    }

    private static EscrowOrder refund(Deal deal, long amount) {
        return new EscrowOrder.Refund(deal.escrow(), new RefundId(Ids.next()), usd(amount), now());
    }

    private static EscrowOrder cancel(Deal deal) {
        return new EscrowOrder.Cancel(deal.escrow(), new RefundId(Ids.next()), now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
