package guildhall.payment.payout;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
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
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.payout.Payout.Absent;
import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Returned;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.ConfirmReturned;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutCommand.Means;
import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.payment.payout.PayoutEvent.PayoutApproved;
import guildhall.payment.payout.PayoutEvent.PayoutApprovedOnce;
import guildhall.payment.payout.PayoutEvent.PayoutCancelled;
import guildhall.payment.payout.PayoutEvent.PayoutCompleted;
import guildhall.payment.payout.PayoutEvent.PayoutDeclined;
import guildhall.payment.payout.PayoutEvent.PayoutFailed;
import guildhall.payment.payout.PayoutEvent.PayoutPostponed;
import guildhall.payment.payout.PayoutEvent.PayoutRequested;
import guildhall.payment.payout.PayoutEvent.PayoutReturned;
import guildhall.payment.payout.PayoutEvent.PayoutSubmitted;
import guildhall.payment.payout.PayoutRejection.AboveDailyLimit;
import guildhall.payment.payout.PayoutRejection.AccountNotActive;
import guildhall.payment.payout.PayoutRejection.AccountOfOtherCurrency;
import guildhall.payment.payout.PayoutRejection.AccountOnHold;
import guildhall.payment.payout.PayoutRejection.AmountDiffers;
import guildhall.payment.payout.PayoutRejection.ApprovedByThemAlready;
import guildhall.payment.payout.PayoutRejection.BelowMinimum;
import guildhall.payment.payout.PayoutRejection.MoreThanAvailable;
import guildhall.payment.payout.PayoutRejection.NotAwaitingReview;
import guildhall.payment.payout.PayoutRejection.OutcomeContradicted;
import guildhall.payment.payout.PayoutRejection.OwesPlatform;
import guildhall.payment.payout.PayoutRejection.ReviewerIsRequester;
import guildhall.payment.payout.PayoutRejection.TooLate;
import guildhall.payment.payout.PayoutRejection.UnknownAccount;
import guildhall.payment.payout.PayoutRejection.UnknownPayout;
import guildhall.payment.payout.PayoutRejection.WalletFrozen;
import guildhall.payment.payout.Review.Approved;
import guildhall.payment.payout.Review.Awaited;
import guildhall.payment.payout.Review.Declined;
import guildhall.payment.payout.Review.NotNeeded;
import guildhall.payment.payoutaccount.AccountDetails;
import guildhall.payment.payoutaccount.Destination;
import guildhall.payment.payoutaccount.PayoutAccount;
import guildhall.payment.payoutaccount.PayoutMethod;
import guildhall.payment.payoutaccount.RestrictedBy;
import guildhall.runtime.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayoutDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Duration HOLD = Duration.ofDays(3);
    static final PayoutPolicy POLICY =
            new PayoutPolicy(10, 5_000, 100, 3, Duration.ofHours(1), HOLD);
    static final SecondPerson SECOND_PERSON = new SecondPerson(1_500);
    static final Side OWNER =
            new Side(new Party(PartyType.TALENT, new UUID(2, 2)), new UserId(new UUID(3, 3)));
    static final UserId FINANCE = new UserId(new UUID(4, 4));
    static final UserId COLLEAGUE = new UserId(new UUID(4, 5));
    static final PayoutId ID = new PayoutId(new UUID(1, 1));
    static final PayoutAccountId ACCOUNT = new PayoutAccountId(new UUID(5, 5));
    static final Currency USD = Currency.getInstance("USD");
    static final Means RICH = new Means(usd(1_000_000_00), false, false, usd(1_000_000_00));

    static final PayoutOrder ORDER = order(100_00, Speed.INSTANT);
    static final Pending PENDING = new Pending(ORDER, new NotNeeded(), 0, NOON);
    static final Pending AWAITING = new Pending(ORDER, new Awaited(Approvals.NONE), 0, NOON);
    static final PayoutOrder LARGE = order(1_500_00, Speed.STANDARD);
    static final Pending LARGE_AWAITING = new Pending(LARGE, new Awaited(Approvals.NONE), 0, NOON);
    static final Processing PROCESSING = new Processing(ORDER, new NotNeeded(), 1, at(1));
    static final Completed COMPLETED = new Completed(ORDER, new NotNeeded(), 1, "tr_1", at(2));
    static final Failed FAILED = new Failed(ORDER, new NotNeeded(), "ACCOUNT_CLOSED", at(2));
    static final Returned RETURNED = new Returned(COMPLETED, "NO_SUCH_ACCOUNT", at(3));
    static final Cancelled CANCELLED = new Cancelled(ORDER, new NotNeeded(), at(2));

    final PayoutDecider decider = new PayoutDecider(POLICY, SECOND_PERSON);

    @Test
    void takesTheWholeAmountOnceAndKeepsTheFee() {
        var requested = new PayoutRequested(ORDER, false);

        assertThat(request(ORDER, active(), RICH)).isEqualTo(accept(requested));
        assertThat(decider.evolve(new Absent(), requested)).isEqualTo(PENDING);
        assertThat(decider.decide(new RequestPayout(ORDER, active(), RICH), PENDING))
                .isEqualTo(accept());
        assertThat(PayoutJournals.of(requested))
                .contains(
                        new Journal(
                                new JournalSource("payout", ID.value(), "requested"),
                                Reason.PAYOUT,
                                "Payout",
                                NOON,
                                List.of(
                                        debit(new Available(OWNER.party(), USD), usd(100_00)),
                                        credit(new PayoutTransit(USD), usd(99_00)),
                                        credit(new FeeRevenue(USD), usd(1_00)))));
    }

    @ParameterizedTest
    @CsvSource({"10000,100", "1049,10", "1050,11", "49,0", "50,1"})
    void roundsTheFeeOfAnInstantPayoutHalfUp(long amount, long fee) {
        assertThat(POLICY.fee(usd(amount), Speed.INSTANT)).isEqualTo(usd(fee));
        assertThat(POLICY.fee(usd(amount), Speed.STANDARD)).isEqualTo(usd(0));
    }

    @Test
    void waitsForFinanceFromTheThresholdOn() {
        assertThat(request(order(4_999_99, Speed.STANDARD), active(), RICH))
                .isEqualTo(accept(new PayoutRequested(order(4_999_99, Speed.STANDARD), false)));
        assertThat(request(order(5_000_00, Speed.STANDARD), active(), RICH))
                .isEqualTo(accept(new PayoutRequested(order(5_000_00, Speed.STANDARD), true)));
        assertThat(decider.evolve(new Absent(), new PayoutRequested(ORDER, true)))
                .isEqualTo(AWAITING);
        assertThat(decide(new SubmitPayout(ID, at(1)), AWAITING)).isEqualTo(accept());
    }

    @Test
    void paysOnlyToActiveAccountsOfTheOwnerThatAreOldEnough() {
        var details = details(OWNER, "USD", NOON.minus(HOLD));
        var young = details(OWNER, "USD", NOON.minus(HOLD).plusSeconds(1));
        var stranger =
                new Side(new Party(PartyType.TALENT, new UUID(9, 9)), new UserId(new UUID(3, 3)));

        assertThat(objection(new PayoutAccount.Absent())).isEqualTo(new UnknownAccount());
        assertThat(objection(new PayoutAccount.Active(details(stranger, "USD", NOON), NOON)))
                .isEqualTo(new UnknownAccount());
        assertThat(objection(new PayoutAccount.PendingVerification(details, NOON)))
                .isEqualTo(new AccountNotActive());
        assertThat(objection(new PayoutAccount.Restricted(details, RestrictedBy.STAFF, "?", NOON)))
                .isEqualTo(new AccountNotActive());
        assertThat(objection(new PayoutAccount.Disabled(details, NOON)))
                .isEqualTo(new AccountNotActive());
        assertThat(objection(new PayoutAccount.Active(young, NOON)))
                .isEqualTo(new AccountOnHold(NOON.plusSeconds(1)));
        assertThat(objection(new PayoutAccount.Active(details(OWNER, "EUR", Instant.EPOCH), NOON)))
                .isEqualTo(new AccountOfOtherCurrency());
    }

    @Test
    void refusesWhatTheOwnerMayNotWithdraw() {
        assertThat(request(order(9_99, Speed.STANDARD), active(), RICH))
                .isEqualTo(reject(new BelowMinimum()));
        assertThat(request(order(10_00, Speed.STANDARD), active(), RICH))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(request(ORDER, active(), new Means(usd(99_99), false, false, usd(100_00))))
                .isEqualTo(reject(new MoreThanAvailable()));
        assertThat(request(ORDER, active(), new Means(usd(100_00), false, false, usd(99_99))))
                .isEqualTo(reject(new AboveDailyLimit()));
        assertThat(request(ORDER, active(), new Means(usd(100_00), true, false, usd(100_00))))
                .isEqualTo(reject(new OwesPlatform()));
        assertThat(request(ORDER, active(), new Means(usd(100_00), false, true, usd(100_00))))
                .isEqualTo(reject(new WalletFrozen()));
        assertThat(request(ORDER, active(), new Means(usd(100_00), false, false, usd(100_00))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void neverLetsTheRequesterReview() {
        for (var state : List.of(AWAITING, approvedOnce(by(FINANCE, 1)))) {
            assertThat(decide(new ApprovePayout(ID, by(OWNER.user(), 1)), state))
                    .isEqualTo(reject(new ReviewerIsRequester()));
            assertThat(decide(new DeclinePayout(ID, by(OWNER.user(), 1)), state))
                    .isEqualTo(reject(new ReviewerIsRequester()));
        }
    }

    @Test
    void goesOnWhenFinanceApproves() {
        var approvals = Approvals.of(by(FINANCE, 1));
        var approved = new Pending(ORDER, new Approved(approvals), 0, NOON);
        var completed = new Completed(ORDER, new Approved(approvals), 1, "tr_1", at(2));

        assertThat(decide(new ApprovePayout(ID, by(FINANCE, 1)), AWAITING))
                .isEqualTo(accept(new PayoutApproved(ORDER, approvals)));
        assertThat(decider.evolve(AWAITING, new PayoutApproved(ORDER, approvals)))
                .isEqualTo(approved);
        for (var state : List.of(approved, completed)) {
            assertThat(decide(new ApprovePayout(ID, by(FINANCE, 2)), state)).isEqualTo(accept());
            assertThat(decide(new ApprovePayout(ID, by(COLLEAGUE, 2)), state))
                    .isEqualTo(reject(new NotAwaitingReview()));
        }
        assertThat(decide(new ApprovePayout(ID, by(FINANCE, 2)), PENDING))
                .isEqualTo(reject(new NotAwaitingReview()));
    }

    @Test
    void waitsForASecondPersonWhenItIsLarge() {
        var once = Approvals.of(by(FINANCE, 1));
        var both = Approvals.of(by(FINANCE, 1), by(COLLEAGUE, 2));
        var approvedOnce = approvedOnce(by(FINANCE, 1));

        assertThat(decide(new ApprovePayout(ID, by(FINANCE, 1)), LARGE_AWAITING))
                .isEqualTo(accept(new PayoutApprovedOnce(LARGE, once)));
        assertThat(decider.evolve(LARGE_AWAITING, new PayoutApprovedOnce(LARGE, once)))
                .isEqualTo(approvedOnce);
        assertThat(decide(new SubmitPayout(ID, at(1)), approvedOnce)).isEqualTo(accept());
        assertThat(decide(new ApprovePayout(ID, by(FINANCE, 2)), approvedOnce))
                .isEqualTo(reject(new ApprovedByThemAlready()));
        assertThat(decide(new ApprovePayout(ID, by(COLLEAGUE, 2)), approvedOnce))
                .isEqualTo(accept(new PayoutApproved(LARGE, both)));
        assertThat(decider.evolve(approvedOnce, new PayoutApproved(LARGE, both)))
                .isEqualTo(new Pending(LARGE, new Approved(both), 0, NOON));
    }

    @Test
    void endsWhenAnybodySaysNoBeforeTheSecondPersonApproves() {
        var approvedOnce = approvedOnce(by(FINANCE, 1));
        var once = Approvals.of(by(FINANCE, 1));

        for (var person : List.of(FINANCE, COLLEAGUE)) {
            var declined = new PayoutDeclined(LARGE, by(person, 2));
            assertThat(decide(new DeclinePayout(ID, by(person, 2)), approvedOnce))
                    .isEqualTo(accept(declined));
            assertThat(decider.evolve(approvedOnce, declined))
                    .isEqualTo(
                            new Failed(
                                    LARGE,
                                    new Declined(once, by(person, 2)),
                                    "DECLINED_BY_REVIEW",
                                    at(2)));
        }
        assertThat(decide(new CancelPayout(ID, at(2)), approvedOnce))
                .isEqualTo(accept(new PayoutCancelled(LARGE, at(2))));
        assertThat(
                        decide(
                                new DeclinePayout(ID, by(COLLEAGUE, 2)),
                                new Pending(LARGE, new Approved(once), 0, NOON)))
                .isEqualTo(reject(new NotAwaitingReview()));
    }

    @Test
    void returnsTheMoneyWhenFinanceDeclines() {
        var declined = new PayoutDeclined(ORDER, by(FINANCE, 1));
        var failed = decider.evolve(AWAITING, declined);

        assertThat(decide(new DeclinePayout(ID, by(FINANCE, 1)), AWAITING))
                .isEqualTo(accept(declined));
        assertThat(decide(new DeclinePayout(ID, by(FINANCE, 2)), failed)).isEqualTo(accept());
        assertThat(decide(new DeclinePayout(ID, by(COLLEAGUE, 2)), failed))
                .isEqualTo(reject(new NotAwaitingReview()));
        assertThat(decide(new ApprovePayout(ID, by(COLLEAGUE, 2)), failed))
                .isEqualTo(reject(new NotAwaitingReview()));
        assertThat(decide(new DeclinePayout(ID, by(FINANCE, 1)), PROCESSING))
                .isEqualTo(reject(new NotAwaitingReview()));
        assertThat(PayoutJournals.of(declined))
                .contains(backFrom(new PayoutTransit(USD), "failed", 1));
    }

    @Test
    void isCancelledOnlyBeforeTheProviderHearsOfIt() {
        var cancelled = new PayoutCancelled(ORDER, at(1));

        assertThat(decide(new CancelPayout(ID, at(1)), PENDING)).isEqualTo(accept(cancelled));
        assertThat(decide(new CancelPayout(ID, at(1)), AWAITING)).isEqualTo(accept(cancelled));
        assertThat(decide(new CancelPayout(ID, at(3)), CANCELLED)).isEqualTo(accept());
        for (var state : List.of(PROCESSING, COMPLETED, RETURNED, FAILED)) {
            assertThat(decide(new CancelPayout(ID, at(3)), state)).isEqualTo(reject(new TooLate()));
        }
        assertThat(PayoutJournals.of(cancelled))
                .contains(backFrom(new PayoutTransit(USD), "cancelled", 1));
    }

    @Test
    void isSubmittedOnceItIsDue() {
        assertThat(decide(new SubmitPayout(ID, at(1)), PENDING))
                .isEqualTo(accept(new PayoutSubmitted(ORDER, 1, at(1))));
        assertThat(decider.evolve(PENDING, new PayoutSubmitted(ORDER, 1, at(1))))
                .isEqualTo(PROCESSING);
        assertThat(decide(new SubmitPayout(ID, NOON.minusSeconds(1)), PENDING)).isEqualTo(accept());
        for (var state : List.of(PROCESSING, COMPLETED, RETURNED, FAILED, CANCELLED)) {
            assertThat(decide(new SubmitPayout(ID, at(3)), state)).isEqualTo(accept());
        }
    }

    @Test
    void isPaidOnceHoweverOftenTheProviderSaysSo() {
        var completed = new PayoutCompleted(ORDER, "tr_1", at(2));

        assertThat(decide(paid(1, 99_00), PROCESSING)).isEqualTo(accept(completed));
        assertThat(decider.evolve(PROCESSING, completed)).isEqualTo(COMPLETED);
        assertThat(decide(paid(1, 99_00), COMPLETED)).isEqualTo(accept());
        assertThat(decide(paid(1, 100_00), PROCESSING)).isEqualTo(reject(new AmountDiffers()));
        assertThat(PayoutJournals.of(completed))
                .contains(
                        new Journal(
                                new JournalSource("payout", ID.value(), "completed"),
                                Reason.PAYOUT,
                                "Payout",
                                at(2),
                                List.of(
                                        debit(new PayoutTransit(USD), usd(99_00)),
                                        credit(new CashClearing(USD), usd(99_00)))));
    }

    @Test
    void leavesToPeopleWhatWasPaidAgainstAllWeKnow() {
        for (var state : List.of(PENDING, FAILED, CANCELLED)) {
            assertThat(decide(paid(1, 99_00), state)).isEqualTo(reject(new OutcomeContradicted()));
        }
        for (var state : List.of(COMPLETED, RETURNED)) {
            assertThat(decide(paid(2, 99_00), state)).isEqualTo(reject(new OutcomeContradicted()));
            assertThat(decide(refused(2, RefusalKind.FINAL), state))
                    .isEqualTo(reject(new OutcomeContradicted()));
            assertThat(decide(sentBack(2, 99_00), state))
                    .isEqualTo(reject(new OutcomeContradicted()));
        }
        for (var state : List.of(PENDING, FAILED, CANCELLED)) {
            assertThat(decide(sentBack(1, 99_00), state))
                    .isEqualTo(reject(new OutcomeContradicted()));
        }
        assertThat(decide(sentBack(2, 99_00), PROCESSING))
                .isEqualTo(reject(new OutcomeContradicted()));
    }

    @Test
    void givesTheWholeAmountBackOnceWhenTheBankSendsItBack() {
        var returned = new PayoutReturned(ORDER, "NO_SUCH_ACCOUNT", at(3));

        assertThat(decide(sentBack(1, 99_00), COMPLETED)).isEqualTo(accept(returned));
        assertThat(decider.evolve(COMPLETED, returned)).isEqualTo(RETURNED);
        assertThat(decide(sentBack(1, 99_00), RETURNED)).isEqualTo(accept());
        assertThat(decide(paid(1, 99_00), RETURNED)).isEqualTo(accept());
        assertThat(decide(refused(1, RefusalKind.FINAL), RETURNED)).isEqualTo(accept());
        assertThat(decide(sentBack(1, 50_00), COMPLETED)).isEqualTo(reject(new AmountDiffers()));
        assertThat(PayoutJournals.of(returned))
                .contains(backFrom(new CashClearing(USD), "returned", 3));
    }

    @Test
    void knowsThatItWasPaidWhenItIsToldOnlyThatItCameBack() {
        assertThat(decide(sentBack(1, 99_00), PROCESSING))
                .isEqualTo(
                        accept(
                                new PayoutCompleted(ORDER, "tr_1", at(3)),
                                new PayoutReturned(ORDER, "NO_SUCH_ACCOUNT", at(3))));
    }

    /** For some providers a payout fails after it was paid, whatever the reason. */
    @ParameterizedTest
    @EnumSource
    void takesTheRefusalOfWhatWasPaidForAReturn(RefusalKind kind) {
        assertThat(decide(refused(1, kind), COMPLETED))
                .isEqualTo(accept(new PayoutReturned(ORDER, "X", at(2))));
    }

    @Test
    void triesAgainThreeTimesInAllWhenRefusedForTheMoment() {
        var second = new Processing(ORDER, new NotNeeded(), 2, at(1));
        var third = new Processing(ORDER, new NotNeeded(), 3, at(1));
        var inAnHour = new PayoutPostponed(ORDER, 1, "X", at(2).plus(Duration.ofHours(1)));

        assertThat(decide(refused(1, RefusalKind.TEMPORARY), PROCESSING))
                .isEqualTo(accept(inAnHour));
        assertThat(decider.evolve(PROCESSING, inAnHour))
                .isEqualTo(new Pending(ORDER, new NotNeeded(), 1, inAnHour.until()));
        assertThat(decide(refused(2, RefusalKind.TEMPORARY), second))
                .isEqualTo(
                        accept(
                                new PayoutPostponed(
                                        ORDER, 2, "X", at(2).plus(Duration.ofHours(2)))));
        assertThat(decide(refused(3, RefusalKind.TEMPORARY), third))
                .isEqualTo(accept(new PayoutFailed(ORDER, "X", false, at(2))));
    }

    @Test
    void failsAtOnceWhenRefusedForGoodAndBlamesTheDestinationIfItIsToBlame() {
        var failed = new PayoutFailed(ORDER, "X", true, at(2));

        assertThat(decide(refused(1, RefusalKind.DESTINATION_REJECTED), PROCESSING))
                .isEqualTo(accept(failed));
        assertThat(decide(refused(1, RefusalKind.FINAL), PROCESSING))
                .isEqualTo(accept(new PayoutFailed(ORDER, "X", false, at(2))));
        assertThat(decider.evolve(PROCESSING, failed))
                .isEqualTo(new Failed(ORDER, new NotNeeded(), "X", at(2)));
    }

    @Test
    void ignoresRefusalsThatComeLate() {
        var second = new Processing(ORDER, new NotNeeded(), 2, at(1));
        var waiting = new Pending(ORDER, new NotNeeded(), 1, at(9));
        var paidAtLast = new Completed(ORDER, new NotNeeded(), 2, "tr_2", at(3));

        for (var state : List.of(second, waiting, paidAtLast, FAILED, CANCELLED)) {
            assertThat(decide(refused(1, RefusalKind.FINAL), state)).isEqualTo(accept());
        }
        assertThat(decide(refused(1, RefusalKind.FINAL), PENDING))
                .isEqualTo(reject(new OutcomeContradicted()));
    }

    @Test
    void knowsNothingOfPayoutsThatNobodyAskedFor() {
        for (var command :
                List.of(
                        new ApprovePayout(ID, by(FINANCE, 0)),
                        new DeclinePayout(ID, by(FINANCE, 0)),
                        sentBack(1, 1),
                        new CancelPayout(ID, NOON),
                        new SubmitPayout(ID, NOON),
                        paid(1, 1),
                        refused(1, RefusalKind.FINAL))) {
            assertThat(decide(command, new Absent())).isEqualTo(reject(new UnknownPayout()));
        }
    }

    @Test
    void refusesToEvolveWhatCannotFollow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(COMPLETED, new PayoutCancelled(ORDER, NOON)));
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(FAILED, new PayoutCompleted(ORDER, "tr_1", NOON)));
        assertThatIllegalArgumentException().isThrownBy(() -> order(0, Speed.STANDARD));
    }

    private static Ruling by(UserId person, int minute) {
        return new Ruling(person, "Looked into it", at(minute));
    }

    private static Pending approvedOnce(Ruling ruling) {
        return new Pending(LARGE, new Awaited(Approvals.of(ruling)), 0, NOON);
    }

    private static Journal backFrom(Account account, String step, int minute) {
        return new Journal(
                new JournalSource("payout", ID.value(), step),
                Reason.PAYOUT_RETURNED,
                "Payout",
                at(minute),
                List.of(
                        debit(account, usd(99_00)),
                        debit(new FeeRevenue(USD), usd(1_00)),
                        credit(new Available(OWNER.party(), USD), usd(100_00))));
    }

    private static PayoutCommand sentBack(int attempt, long net) {
        return new ConfirmReturned(ID, attempt, "tr_1", usd(net), "NO_SUCH_ACCOUNT", at(3));
    }

    private static PayoutCommand paid(int attempt, long net) {
        return new ConfirmPaid(ID, attempt, "tr_1", usd(net), at(2));
    }

    private static PayoutCommand refused(int attempt, RefusalKind kind) {
        return new ConfirmRefused(ID, attempt, "X", kind, at(2));
    }

    private Decision<PayoutEvent, PayoutRejection> request(
            PayoutOrder order, PayoutAccount account, Means means) {
        return decide(new RequestPayout(order, account, means), new Absent());
    }

    private PayoutRejection objection(PayoutAccount account) {
        return request(ORDER, account, RICH) instanceof Decision.Rejected(var reason)
                ? reason
                : new UnknownPayout();
    }

    private Decision<PayoutEvent, PayoutRejection> decide(PayoutCommand command, Payout state) {
        return decider.decide(command, state);
    }

    private static PayoutOrder order(long amount, Speed speed) {
        return new PayoutOrder(
                ID, OWNER, ACCOUNT, usd(amount), POLICY.fee(usd(amount), speed), speed, NOON);
    }

    static PayoutAccount active() {
        return new PayoutAccount.Active(details(OWNER, "USD", Instant.EPOCH), NOON);
    }

    private static AccountDetails details(Side owner, String currency, Instant changedAt) {
        return new AccountDetails(
                ACCOUNT,
                owner,
                PayoutMethod.BANK_TRANSFER,
                Currency.getInstance(currency),
                "sandbox",
                "acct_1",
                new Destination("tok_4242", "4242"),
                Instant.EPOCH,
                changedAt,
                Instant.EPOCH,
                true);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static Money usd(long minorUnits) {
        return Money.of(minorUnits, "USD");
    }
}
