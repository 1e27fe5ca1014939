package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.ACME;
import static guildhall.payment.escrow.EscrowFixtures.ESCROW;
import static guildhall.payment.escrow.EscrowFixtures.LATER;
import static guildhall.payment.escrow.EscrowFixtures.NOON;
import static guildhall.payment.escrow.EscrowFixtures.POLICY;
import static guildhall.payment.escrow.EscrowFixtures.PRICING;
import static guildhall.payment.escrow.EscrowFixtures.REFUND;
import static guildhall.payment.escrow.EscrowFixtures.RELEASE;
import static guildhall.payment.escrow.EscrowFixtures.TALENT;
import static guildhall.payment.escrow.EscrowFixtures.TERMS;
import static guildhall.payment.escrow.EscrowFixtures.USD;
import static guildhall.payment.escrow.EscrowFixtures.cancel;
import static guildhall.payment.escrow.EscrowFixtures.fund;
import static guildhall.payment.escrow.EscrowFixtures.refund;
import static guildhall.payment.escrow.EscrowFixtures.release;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.escrow.EscrowRejection.MoreThanHeld;
import guildhall.payment.fee.Pair;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.AccountBalance;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.PostedJournal;
import guildhall.payment.ledger.Postings;
import guildhall.payment.ledger.Reason;
import guildhall.payment.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EscrowDeskTest {
    static final Account WALLET = new Available(ACME, USD);
    static final Account EARNED = new Pending(TALENT, USD);
    static final Account LOCKED = new InEscrow(ESCROW, USD);
    static final Account FEES = new FeeRevenue(USD);
    static final Pair PAIR = new Pair(ACME, TALENT, USD);

    final EscrowDesk desk = desk(5_000_00, 0);

    @Test
    void locksTheAmountOfAFunding() {
        var answer = desk.handle(fund(1));

        assertThat(answer).isEqualTo(new EscrowAnswer.Funded(ESCROW, 1, TERMS, PRICING, NOON));
        assertThat(journals(desk))
                .containsExactly(
                        journal(
                                "funded",
                                Reason.ESCROW_HOLD,
                                NOON,
                                debit(WALLET, usd(1_000_00)),
                                credit(LOCKED, usd(1_000_00))));
    }

    @Test
    void splitsAReleaseBetweenTalentAndPlatform() {
        desk.handle(fund(1));

        var answer = desk.handle(release(RELEASE, 600_00));

        // 20 % of the first 500 of this pair, 10 % of the rest.
        var movement =
                new Movement.Release(
                        RELEASE, usd(600_00), usd(110_00), usd(0), "talent-1", usd(400_00), LATER);
        assertThat(answer).isEqualTo(new EscrowAnswer.Released(ESCROW, TERMS, movement));
        assertThat(journals(desk).getLast())
                .isEqualTo(
                        journal(
                                "released:" + RELEASE,
                                Reason.ESCROW_RELEASE,
                                LATER,
                                debit(LOCKED, usd(600_00)),
                                credit(EARNED, usd(490_00)),
                                credit(FEES, usd(110_00))));
        assertThat(desk.billed()).isEqualTo(Map.of(PAIR, usd(600_00)));
        assertThat(desk.holds().added())
                .containsExactly(
                        new SafetyHold(
                                ESCROW,
                                RELEASE,
                                TERMS.payee(),
                                usd(490_00),
                                "Logo",
                                Instant.parse("2027-01-22T13:00:00Z")));
    }

    @Test
    void pricesLaterReleasesByWhatThePairHasBilledByThen() {
        var regulars = desk(5_000_00, 450_00);
        regulars.handle(fund(1));

        regulars.handle(release(RELEASE, 100_00));
        regulars.handle(release(new ReleaseId(new UUID(0, 0xa2)), 100_00));

        assertThat(journals(regulars))
                .extracting(journal -> journal.entries().getLast())
                .containsExactly(
                        credit(LOCKED, usd(1_000_00)),
                        credit(FEES, usd(15_00)),
                        credit(FEES, usd(10_00)));
    }

    @Test
    void postsNoFeeThatRoundsToNothing() {
        desk.handle(fund(1));

        desk.handle(release(RELEASE, 1));

        assertThat(journals(desk).getLast().entries())
                .containsExactly(debit(LOCKED, usd(1)), credit(EARNED, usd(1)));
    }

    @Test
    void returnsARefundToThePayer() {
        desk.handle(fund(1));

        var answer = desk.handle(refund(REFUND, 250_00));

        var movement = new Movement.Refund(REFUND, usd(250_00), usd(0), usd(750_00), LATER);
        assertThat(answer).isEqualTo(new EscrowAnswer.Refunded(ESCROW, TERMS, movement));
        assertThat(journals(desk).getLast())
                .isEqualTo(
                        journal(
                                "refunded:" + REFUND,
                                Reason.REFUND,
                                LATER,
                                debit(LOCKED, usd(250_00)),
                                credit(WALLET, usd(250_00))));
    }

    @Test
    void returnsWhatIsStillHeldWhenCancelled() {
        desk.handle(fund(1));
        desk.handle(release(RELEASE, 600_00));

        var answer = desk.handle(cancel(REFUND));

        assertThat(answer)
                .isEqualTo(new EscrowAnswer.WoundUp(ESCROW, REFUND, usd(400_00), usd(0), LATER));
        assertThat(journals(desk).getLast())
                .isEqualTo(
                        journal(
                                "cancelled:" + REFUND,
                                Reason.REFUND,
                                LATER,
                                debit(LOCKED, usd(400_00)),
                                credit(WALLET, usd(400_00))));
    }

    @Test
    void cancelsAnEmptiedEscrowWithoutAJournal() {
        desk.handle(fund(1));
        desk.handle(release(RELEASE, 1_000_00));

        var answer = desk.handle(cancel(REFUND));

        assertThat(answer)
                .isEqualTo(new EscrowAnswer.WoundUp(ESCROW, REFUND, usd(0), usd(0), LATER));
        assertThat(journals(desk)).hasSize(2);
    }

    @Test
    void answersARepeatedOrderAsTheFirstTimeAndMovesNothing() {
        var firstFunded = desk.handle(fund(1));
        var firstReleased = desk.handle(release(RELEASE, 600_00));
        var firstRefunded = desk.handle(refund(REFUND, 100_00));
        var firstCancelled = desk.handle(cancel(new RefundId(new UUID(0, 0xb9))));

        assertThat(desk.handle(release(RELEASE, 600_00))).isEqualTo(firstReleased);
        assertThat(desk.handle(refund(REFUND, 100_00))).isEqualTo(firstRefunded);
        assertThat(desk.handle(cancel(new RefundId(new UUID(0, 0xb9))))).isEqualTo(firstCancelled);
        assertThat(desk.handle(cancel(REFUND))).isEqualTo(firstCancelled);
        assertThat(firstFunded).isInstanceOf(EscrowAnswer.Funded.class);
        assertThat(journals(desk)).hasSize(4);
    }

    @Test
    void keepsRefusingAnAttemptAndLetsTheNextOneSucceed() {
        var poor = desk(999_99, 0);

        var first = poor.handle(fund(1));
        var again = poor.handle(fund(1));

        assertThat(first)
                .isEqualTo(
                        new EscrowAnswer.FundingFailed(
                                fund(1), FundingRefusal.INSUFFICIENT_FUNDS, NOON));
        assertThat(again).isEqualTo(first);
        assertThat(journals(poor)).isEmpty();

        var richer = desk(poor.changed(), balances(1_000_00));
        assertThat(richer.handle(fund(1))).isEqualTo(first);
        assertThat(richer.handle(fund(2)))
                .isEqualTo(new EscrowAnswer.Funded(ESCROW, 2, TERMS, PRICING, NOON));
    }

    @ParameterizedTest
    @EnumSource(names = {"WALLET_FROZEN", "DEBT_OUTSTANDING"})
    void takesNothingFromWhoMayNotPay(FundingRefusal bar) {
        var barred = Map.of(new WalletId(TERMS.payer().party(), USD), bar);
        var batch =
                new EscrowDesk(
                        POLICY,
                        new EscrowDesk.Locked(
                                Map.of(), Map.of(), new HoldBook(HoldBook.Locked.NOTHING), barred),
                        new Postings(balances(1_000_00)));

        var answer = batch.handle(fund(1));

        assertThat(answer).isEqualTo(new EscrowAnswer.FundingFailed(fund(1), bar, NOON));
        assertThat(journals(batch)).isEmpty();
    }

    @Test
    void neverSpendsTheSameMoneyTwiceInOneBatch() {
        var second = new guildhall.messages.id.EscrowId(new UUID(0, 0xe2));
        var orders = List.<EscrowOrder>of(fund(1), new EscrowOrder.Fund(second, 1, TERMS, NOON));
        var balances = new java.util.HashMap<>(balances(1_500_00));
        balances.put(new InEscrow(second, USD), AccountBalance.UNUSED);
        var batch = desk(Map.of(), balances);

        var answers = orders.stream().map(batch::handle).toList();

        assertThat(answers)
                .containsExactly(
                        new EscrowAnswer.Funded(ESCROW, 1, TERMS, PRICING, NOON),
                        new EscrowAnswer.FundingFailed(
                                (EscrowOrder.Fund) orders.get(1),
                                FundingRefusal.INSUFFICIENT_FUNDS,
                                NOON));
    }

    @Test
    void remembersTheCancellationOfAnEscrowThatNobodyKnows() {
        var cancelled = desk.handle(cancel(REFUND));
        var late = desk.handle(fund(1));

        assertThat(cancelled).isEqualTo(new EscrowAnswer.Cancelled(ESCROW, REFUND, LATER));
        assertThat(late)
                .isEqualTo(
                        new EscrowAnswer.FundingFailed(
                                fund(1), FundingRefusal.ESCROW_CANCELLED, NOON));
        assertThat(journals(desk)).isEmpty();
    }

    @Test
    void refusesAReleaseThatIsLargerThanAnyAmount() {
        var regulars = desk(5_000_00, Long.MAX_VALUE);
        regulars.handle(fund(1));

        var answer = regulars.handle(release(RELEASE, Long.MAX_VALUE));

        assertThat(answer)
                .isEqualTo(
                        new EscrowAnswer.ReleaseRejected(
                                ESCROW, RELEASE, new MoreThanHeld(usd(1_000_00)), LATER));
    }

    @Test
    void locksOnlyWhatAnOrderCouldTouch() {
        var nothingKnown = Map.<guildhall.messages.id.EscrowId, Escrow>of();
        desk.handle(fund(1));

        assertThat(EscrowScope.of(POLICY.fees(), List.of(fund(1)), nothingKnown))
                .isEqualTo(new EscrowScope(Set.of(WALLET, LOCKED), Set.of(), Set.of()));
        assertThat(EscrowScope.of(POLICY.fees(), List.of(release(RELEASE, 1)), nothingKnown))
                .isEqualTo(new EscrowScope(Set.of(), Set.of(), Set.of()));
        assertThat(EscrowScope.of(POLICY.fees(), List.of(release(RELEASE, 1)), desk.changed()))
                .isEqualTo(new EscrowScope(Set.of(LOCKED, EARNED, FEES), Set.of(PAIR), Set.of()));
        assertThat(EscrowScope.of(POLICY.fees(), List.of(cancel(REFUND)), desk.changed()))
                .isEqualTo(new EscrowScope(Set.of(LOCKED, WALLET), Set.of(), Set.of()));
        assertThat(
                        EscrowScope.of(
                                POLICY.fees(), List.of(fund(1), release(RELEASE, 1)), nothingKnown))
                .isEqualTo(
                        new EscrowScope(
                                Set.of(LOCKED, WALLET, EARNED, FEES), Set.of(PAIR), Set.of()));
    }

    static EscrowDesk desk(long available, long billed) {
        return new EscrowDesk(
                POLICY,
                new EscrowDesk.Locked(
                        Map.of(),
                        Map.of(PAIR, usd(billed)),
                        new HoldBook(HoldBook.Locked.NOTHING),
                        Map.of()),
                new Postings(balances(available)));
    }

    static EscrowDesk desk(
            Map<guildhall.messages.id.EscrowId, Escrow> escrows,
            Map<Account, AccountBalance> balances) {
        return new EscrowDesk(
                POLICY,
                new EscrowDesk.Locked(
                        escrows, Map.of(), new HoldBook(HoldBook.Locked.NOTHING), Map.of()),
                new Postings(balances));
    }

    static Map<Account, AccountBalance> balances(long available) {
        return Map.of(
                WALLET, new AccountBalance(available, 1),
                EARNED, AccountBalance.UNUSED,
                LOCKED, AccountBalance.UNUSED,
                FEES, AccountBalance.UNUSED);
    }

    static List<Journal> journals(EscrowDesk desk) {
        return desk.postings().posted().stream().map(PostedJournal::journal).toList();
    }

    static Journal journal(String step, Reason reason, Instant at, Entry... entries) {
        return new Journal(
                new JournalSource("escrow", ESCROW.value(), step),
                reason,
                "Logo",
                at,
                List.of(entries));
    }
}
