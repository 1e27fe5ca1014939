package guildhall.payment.refund;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import guildhall.payment.approval.SecondPerson;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.refund.Refund.Absent;
import guildhall.payment.refund.Refund.Approval.Automatic;
import guildhall.payment.refund.Refund.Approval.ByStaff;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refund.Failed;
import guildhall.payment.refund.Refund.Pending;
import guildhall.payment.refund.Refund.Processed;
import guildhall.payment.refund.Refund.Rejected;
import guildhall.payment.refund.RefundCommand.ApproveRefund;
import guildhall.payment.refund.RefundCommand.ConfirmRefundFailed;
import guildhall.payment.refund.RefundCommand.ConfirmRefunded;
import guildhall.payment.refund.RefundCommand.Means;
import guildhall.payment.refund.RefundCommand.RejectRefund;
import guildhall.payment.refund.RefundCommand.RequestRefund;
import guildhall.payment.refund.RefundEvent.RefundApproved;
import guildhall.payment.refund.RefundEvent.RefundApprovedOnce;
import guildhall.payment.refund.RefundEvent.RefundFailed;
import guildhall.payment.refund.RefundEvent.RefundProcessed;
import guildhall.payment.refund.RefundEvent.RefundRejected;
import guildhall.payment.refund.RefundEvent.RefundRequested;
import guildhall.payment.refund.RefundEvent.RefundReturned;
import guildhall.payment.refund.RefundRejection.AmountDiffers;
import guildhall.payment.refund.RefundRejection.AnotherIsOpen;
import guildhall.payment.refund.RefundRejection.ApprovedByThemAlready;
import guildhall.payment.refund.RefundRejection.MoreThanAvailable;
import guildhall.payment.refund.RefundRejection.MoreThanRefundable;
import guildhall.payment.refund.RefundRejection.NotAwaitingDecision;
import guildhall.payment.refund.RefundRejection.OutcomeContradicted;
import guildhall.payment.refund.RefundRejection.OwesPlatform;
import guildhall.payment.refund.RefundRejection.PaymentNotSettled;
import guildhall.payment.refund.RefundRejection.PaymentOfOtherCurrency;
import guildhall.payment.refund.RefundRejection.ReviewerIsRequester;
import guildhall.payment.refund.RefundRejection.UnknownPayment;
import guildhall.payment.refund.RefundRejection.UnknownRefund;
import guildhall.payment.refund.RefundRejection.WalletFrozen;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.TopUp;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final Side OWNER = side(2);
    static final UserId FINANCE = new UserId(new UUID(4, 4));
    static final UserId COLLEAGUE = new UserId(new UUID(4, 5));
    static final CardRefundId ID = new CardRefundId(new UUID(1, 1));
    static final Currency USD = Currency.getInstance("USD");
    static final TopUp TOP_UP =
            new TopUp(new PaymentIntentId(new UUID(5, 5)), OWNER, usd(100_00), NOON);
    static final PaymentIntent PAID = new PaymentIntent.Succeeded(TOP_UP, "ch_1", NOON);
    static final Means UNTOUCHED = means(100_00, 0, 0);

    static final RefundOrder ORDER = order(60_00, OWNER);
    static final Ruling NO = new Ruling(FINANCE, "No", LATER);
    static final ByStaff ONE_PERSON = new ByStaff(Approvals.of(yes(FINANCE)));
    static final Pending PENDING = new Pending(ORDER, Approvals.NONE);
    static final Approved APPROVED = new Approved(ORDER, ONE_PERSON, LATER);
    static final Rejected REJECTED = new Rejected(ORDER, Approvals.NONE, NO);
    static final Processed PROCESSED = new Processed(ORDER, ONE_PERSON, "re_1", LATER);
    static final Failed FAILED = new Failed(ORDER, ONE_PERSON, "CARD_CLOSED", LATER);

    final RefundDecider decider = new RefundDecider(new SecondPerson(1_500));

    @Test
    void approvesItselfWhenOnlyUnusedMoneyIsConcerned() {
        var approved = new RefundApproved(ORDER, new Automatic(), NOON);

        assertThat(request(PAID, UNTOUCHED))
                .isEqualTo(accept(new RefundRequested(ORDER), approved));
        assertThat(request(PAID, means(110_00, 50_00, 0)))
                .isEqualTo(accept(new RefundRequested(ORDER), approved));
        assertThat(decider.evolve(new Absent(), new RefundRequested(ORDER))).isEqualTo(PENDING);
        assertThat(decider.evolve(PENDING, approved))
                .isEqualTo(new Approved(ORDER, new Automatic(), NOON));
        assertThat(decider.decide(new RequestRefund(ORDER, PAID, UNTOUCHED), APPROVED))
                .isEqualTo(accept());
    }

    @Test
    void asksFinanceWhenItReachesIntoEarnings() {
        assertThat(request(PAID, means(109_99, 50_00, 0)))
                .isEqualTo(accept(new RefundRequested(ORDER)));
        assertThat(request(PAID, means(60_00, 500_00, 0)))
                .isEqualTo(accept(new RefundRequested(ORDER)));
    }

    @Test
    void refundsOnlyPaymentsOfTheOwnerThatWereCharged() {
        assertThat(request(new PaymentIntent.Absent(), UNTOUCHED))
                .isEqualTo(reject(new UnknownPayment()));
        assertThat(decide(requested(order(60_00, side(9)), PAID, UNTOUCHED)))
                .isEqualTo(reject(new UnknownPayment()));
        assertThat(request(new PaymentIntent.Created(TOP_UP), UNTOUCHED))
                .isEqualTo(reject(new PaymentNotSettled()));
        assertThat(request(new PaymentIntent.Declined(TOP_UP, "ch_1", "NO", NOON), UNTOUCHED))
                .isEqualTo(reject(new PaymentNotSettled()));
        var euro = new RefundOrder(ID, TOP_UP.id(), OWNER, Money.of(1, "EUR"), "Too much", NOON);
        assertThat(decide(requested(euro, PAID, UNTOUCHED)))
                .isEqualTo(reject(new PaymentOfOtherCurrency()));
    }

    @Test
    void neverRefundsMoreThanThereIs() {
        assertThat(request(PAID, means(100_00, 0, 40_01)))
                .isEqualTo(reject(new MoreThanRefundable()));
        assertThat(request(PAID, means(100_00, 0, 40_00))).isInstanceOf(Decision.Accepted.class);
        assertThat(request(PAID, means(100_00, 0, 200_00)))
                .isEqualTo(reject(new MoreThanRefundable()));
        assertThat(request(PAID, means(59_99, 0, 0))).isEqualTo(reject(new MoreThanAvailable()));
        assertThat(request(PAID, new Means(usd(100_00), usd(0), usd(0), true, false, false)))
                .isEqualTo(reject(new AnotherIsOpen()));
        assertThat(request(PAID, new Means(usd(100_00), usd(0), usd(0), false, true, false)))
                .isEqualTo(reject(new OwesPlatform()));
    }

    @Test
    void takesNothingFromAFrozenWallet() {
        assertThat(request(PAID, new Means(usd(100_00), usd(0), usd(0), false, false, true)))
                .isEqualTo(reject(new WalletFrozen()));
        assertThat(decide(new ApproveRefund(ID, yes(FINANCE), usd(60_00), true), PENDING))
                .isEqualTo(reject(new WalletFrozen()));
    }

    @Test
    void isDecidedBySomebodyElse() {
        var approved = new RefundApproved(ORDER, ONE_PERSON, LATER);
        var rejected = new RefundRejected(ORDER, NO);

        assertThat(decide(approve(FINANCE, 60_00), PENDING)).isEqualTo(accept(approved));
        assertThat(decider.evolve(PENDING, approved)).isEqualTo(APPROVED);
        assertThat(decide(new RejectRefund(ID, NO), PENDING)).isEqualTo(accept(rejected));
        assertThat(decider.evolve(PENDING, rejected)).isEqualTo(REJECTED);
        assertThat(decide(approve(OWNER.user(), 60_00), PENDING))
                .isEqualTo(reject(new ReviewerIsRequester()));
        assertThat(decide(new RejectRefund(ID, new Ruling(OWNER.user(), "No", LATER)), PENDING))
                .isEqualTo(reject(new ReviewerIsRequester()));
        assertThat(decide(approve(FINANCE, 59_99), PENDING))
                .isEqualTo(reject(new MoreThanAvailable()));
    }

    @Test
    void waitsForASecondPersonWhenItIsLarge() {
        var large = order(1_500_00, OWNER);
        var once = Approvals.of(yes(FINANCE));
        var both = new ByStaff(Approvals.of(yes(FINANCE), yes(COLLEAGUE)));
        var awaiting = new Pending(large, Approvals.NONE);
        var approvedOnce = new Pending(large, once);

        assertThat(decide(approve(FINANCE, 1_500_00), awaiting))
                .isEqualTo(accept(new RefundApprovedOnce(large, once)));
        assertThat(decider.evolve(awaiting, new RefundApprovedOnce(large, once)))
                .isEqualTo(approvedOnce);
        assertThat(RefundJournals.of(new RefundApprovedOnce(large, once))).isEmpty();
        assertThat(decide(approve(FINANCE, 1_500_00), approvedOnce))
                .isEqualTo(reject(new ApprovedByThemAlready()));
        assertThat(decide(approve(OWNER.user(), 1_500_00), approvedOnce))
                .isEqualTo(reject(new ReviewerIsRequester()));
        assertThat(decide(approve(COLLEAGUE, 1_499_99), approvedOnce))
                .isEqualTo(reject(new MoreThanAvailable()));
        assertThat(decide(approve(COLLEAGUE, 1_500_00), approvedOnce))
                .isEqualTo(accept(new RefundApproved(large, both, LATER)));
        assertThat(decider.evolve(approvedOnce, new RefundApproved(large, both, LATER)))
                .isEqualTo(new Approved(large, both, LATER));
    }

    @Test
    void endsWhenAnybodySaysNoBeforeTheSecondPersonApproves() {
        var large = order(1_500_00, OWNER);
        var once = Approvals.of(yes(FINANCE));
        var rejected = new RefundRejected(large, NO);

        assertThat(decide(new RejectRefund(ID, NO), new Pending(large, once)))
                .isEqualTo(accept(rejected));
        assertThat(decider.evolve(new Pending(large, once), rejected))
                .isEqualTo(new Rejected(large, once, NO));
        assertThat(decide(approve(COLLEAGUE, 1_500_00), new Rejected(large, once, NO)))
                .isEqualTo(reject(new NotAwaitingDecision()));
    }

    @Test
    void isDecidedOnce() {
        var automatic = new Approved(ORDER, new Automatic(), LATER);
        for (var state : List.of(APPROVED, REJECTED, PROCESSED, FAILED, automatic)) {
            assertThat(decide(approve(COLLEAGUE, 60_00), state))
                    .isEqualTo(reject(new NotAwaitingDecision()));
            assertThat(decide(new RejectRefund(ID, new Ruling(COLLEAGUE, "No", LATER)), state))
                    .isEqualTo(reject(new NotAwaitingDecision()));
        }
        assertThat(decide(approve(FINANCE, 60_00), REJECTED))
                .isEqualTo(reject(new NotAwaitingDecision()));
        assertThat(decide(new RejectRefund(ID, NO), APPROVED))
                .isEqualTo(reject(new NotAwaitingDecision()));
    }

    @Test
    void tellsThePersonWhoDecidedThatItIsDecided() {
        for (var state : List.of(APPROVED, PROCESSED, FAILED)) {
            assertThat(decide(approve(FINANCE, 60_00), state)).isEqualTo(accept());
        }
        assertThat(decide(new RejectRefund(ID, NO), REJECTED)).isEqualTo(accept());
    }

    @Test
    void isProcessedOnceHoweverOftenTheProviderSaysSo() {
        var processed = new RefundProcessed(ORDER, "re_1", LATER);

        assertThat(decide(refunded(60_00), APPROVED)).isEqualTo(accept(processed));
        assertThat(decider.evolve(APPROVED, processed)).isEqualTo(PROCESSED);
        assertThat(decide(refunded(60_00), PROCESSED)).isEqualTo(accept());
        assertThat(decide(refunded(60_01), APPROVED)).isEqualTo(reject(new AmountDiffers()));
    }

    @Test
    void returnsTheMoneyWhenTheProviderCannot() {
        var failed = new RefundFailed(ORDER, "CARD_CLOSED", LATER);

        assertThat(decide(new ConfirmRefundFailed(ID, "CARD_CLOSED", LATER), APPROVED))
                .isEqualTo(accept(failed));
        assertThat(decider.evolve(APPROVED, failed)).isEqualTo(FAILED);
        assertThat(decide(new ConfirmRefundFailed(ID, "CARD_CLOSED", LATER), FAILED))
                .isEqualTo(accept());
    }

    @Test
    void returnsTheMoneyWhenTheBankSendsItBackAfterAll() {
        var returned = new RefundReturned(ORDER, "CARD_CLOSED", LATER);

        assertThat(decide(new ConfirmRefundFailed(ID, "CARD_CLOSED", LATER), PROCESSED))
                .isEqualTo(accept(returned));
        assertThat(decider.evolve(PROCESSED, returned)).isEqualTo(FAILED);
        assertThat(RefundJournals.of(returned))
                .contains(
                        journal(
                                "returned",
                                LATER,
                                new CashClearing(USD),
                                new Available(OWNER.party(), USD)));
        assertThatIllegalStateException().isThrownBy(() -> decider.evolve(APPROVED, returned));
    }

    @Test
    void leavesContradictionsToPeople() {
        for (var state : List.of(PENDING, REJECTED, FAILED)) {
            assertThat(decide(refunded(60_00), state)).isEqualTo(reject(new OutcomeContradicted()));
        }
        for (var state : List.of(PENDING, REJECTED)) {
            assertThat(decide(new ConfirmRefundFailed(ID, "X", LATER), state))
                    .isEqualTo(reject(new OutcomeContradicted()));
        }
    }

    @Test
    void knowsNothingOfRefundsThatNobodyAskedFor() {
        for (var command :
                List.of(
                        approve(FINANCE, 1),
                        new RejectRefund(ID, NO),
                        refunded(1),
                        new ConfirmRefundFailed(ID, "X", LATER))) {
            assertThat(decide(command, new Absent())).isEqualTo(reject(new UnknownRefund()));
        }
    }

    @Test
    void movesMoneyThroughTransit() {
        var wallet = new Available(OWNER.party(), USD);
        var transit = new PayoutTransit(USD);

        assertThat(RefundJournals.of(new RefundApproved(ORDER, new Automatic(), NOON)))
                .contains(journal("approved", NOON, wallet, transit));
        assertThat(RefundJournals.of(new RefundProcessed(ORDER, "re_1", LATER)))
                .contains(journal("processed", LATER, transit, new CashClearing(USD)));
        assertThat(RefundJournals.of(new RefundFailed(ORDER, "X", LATER)))
                .contains(journal("failed", LATER, transit, wallet));
        assertThat(RefundJournals.of(new RefundRequested(ORDER))).isEmpty();
        assertThat(RefundJournals.of(new RefundRejected(ORDER, NO))).isEmpty();
    }

    @Test
    void refusesToEvolveWhatCannotFollow() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> decider.evolve(REJECTED, new RefundProcessed(ORDER, "re_1", LATER)));
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(PENDING, new RefundRequested(ORDER)));
        assertThatIllegalArgumentException().isThrownBy(() -> order(0, OWNER));
    }

    private static Journal journal(String step, Instant at, Account from, Account to) {
        return new Journal(
                new JournalSource("refund", ID.value(), step),
                Reason.CARD_REFUND,
                "Refund to the card",
                at,
                List.of(debit(from, usd(60_00)), credit(to, usd(60_00))));
    }

    private Decision<RefundEvent, RefundRejection> request(PaymentIntent payment, Means means) {
        return decide(requested(ORDER, payment, means));
    }

    private static RefundCommand requested(RefundOrder order, PaymentIntent payment, Means means) {
        return new RequestRefund(order, payment, means);
    }

    private Decision<RefundEvent, RefundRejection> decide(RefundCommand command) {
        return decide(command, new Absent());
    }

    private Decision<RefundEvent, RefundRejection> decide(RefundCommand command, Refund state) {
        return decider.decide(command, state);
    }

    private static Ruling yes(UserId person) {
        return new Ruling(person, "Looked into it", LATER);
    }

    private static RefundCommand approve(UserId by, long available) {
        return new ApproveRefund(ID, yes(by), usd(available), false);
    }

    private static RefundCommand refunded(long amount) {
        return new ConfirmRefunded(ID, "re_1", usd(amount), LATER);
    }

    private static Means means(long available, long earned, long usedUp) {
        return new Means(usd(available), usd(earned), usd(usedUp), false, false, false);
    }

    private static RefundOrder order(long amount, Side owner) {
        return new RefundOrder(ID, TOP_UP.id(), owner, usd(amount), "Too much", NOON);
    }

    private static Side side(long seed) {
        return new Side(
                new Party(PartyType.BUSINESS, new UUID(seed, seed)), new UserId(new UUID(3, seed)));
    }

    private static Money usd(long minorUnits) {
        return Money.of(minorUnits, "USD");
    }
}
