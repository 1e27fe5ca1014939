package guildhall.payment.adjustment;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.adjustment.Adjustment.Absent;
import guildhall.payment.adjustment.Adjustment.Expired;
import guildhall.payment.adjustment.Adjustment.Posted;
import guildhall.payment.adjustment.Adjustment.Requested;
import guildhall.payment.adjustment.Adjustment.TurnedDown;
import guildhall.payment.adjustment.Adjustment.Withdrawn;
import guildhall.payment.adjustment.AdjustmentCommand.ApproveAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.Circumstances;
import guildhall.payment.adjustment.AdjustmentCommand.ExpireAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.RequestAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.TurnDownAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.WithdrawAdjustment;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentExpired;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentPosted;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentRequested;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentTurnedDown;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import guildhall.payment.adjustment.AdjustmentRejection.AlreadyDecided;
import guildhall.payment.adjustment.AdjustmentRejection.AlreadyReversed;
import guildhall.payment.adjustment.AdjustmentRejection.DailyLimitReached;
import guildhall.payment.adjustment.AdjustmentRejection.NeedsAdministrator;
import guildhall.payment.adjustment.AdjustmentRejection.NotCovered;
import guildhall.payment.adjustment.AdjustmentRejection.OwnRequest;
import guildhall.payment.adjustment.AdjustmentRejection.OwnWallet;
import guildhall.payment.adjustment.AdjustmentRejection.SomebodyElsesRequest;
import guildhall.payment.adjustment.AdjustmentRejection.TooLarge;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownAdjustment;
import guildhall.payment.adjustment.AdjustmentRejection.WalletIsClosed;
import guildhall.payment.approval.Ruling;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.PostingRefusal;
import guildhall.payment.ledger.PostingRefusal.WouldOverdraw;
import guildhall.payment.ledger.PostingRefusal.WouldOverflow;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdjustmentDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final Instant DEADLINE = NOON.plusSeconds(3_600);
    static final Currency USD = Currency.getInstance("USD");
    static final WalletId WALLET = new WalletId(new Party(PartyType.TALENT, new UUID(0, 7)), USD);
    static final Available ACCOUNT = new Available(WALLET.owner(), USD);

    static final Operator ANN = operator(1);
    static final Operator BOB = operator(2);
    static final Operator CAT = operator(3);
    static final Operator ADMIN = new Operator(new UserId(new UUID(0, 4)), Set.of(), true);
    static final Ruling BY_BOB = new Ruling(BOB.user(), "Seen", LATER);
    static final Ruling BY_ANN = new Ruling(ANN.user(), "Seen", LATER);

    static final AdjustmentRequest REQUEST = request(500_00);
    static final Adjustment ABSENT = new Absent();
    static final Adjustment REQUESTED = new Requested(REQUEST);
    static final Adjustment POSTED = new Posted(REQUEST, BY_BOB);
    static final Adjustment TURNED_DOWN = new TurnedDown(REQUEST, BY_BOB);
    static final Adjustment WITHDRAWN = new Withdrawn(REQUEST, BY_ANN);
    static final Adjustment EXPIRED = new Expired(REQUEST, DEADLINE);

    /** At most 1 000, from 600 with an administrator, 1 200 a day. */
    final AdjustmentDecider decider =
            new AdjustmentDecider(new AdjustmentLimits(1_000, 600, 1_200));

    static Stream<Arguments> decisions() {
        var request = new RequestAdjustment(REQUEST, ANN, false);
        var approve = approve(BOB, 0);
        var turnDown = new TurnDownAdjustment(BOB, "Seen", LATER);
        var withdraw = new WithdrawAdjustment(ANN, "Seen", LATER);
        var expire = new ExpireAdjustment(DEADLINE);
        return Stream.of(
                Arguments.of(ABSENT, request, accept(new AdjustmentRequested(REQUEST))),
                Arguments.of(ABSENT, approve, reject(new UnknownAdjustment())),
                Arguments.of(ABSENT, turnDown, reject(new UnknownAdjustment())),
                Arguments.of(ABSENT, withdraw, reject(new UnknownAdjustment())),
                Arguments.of(ABSENT, expire, reject(new UnknownAdjustment())),
                Arguments.of(REQUESTED, request, accept()),
                Arguments.of(REQUESTED, approve, accept(new AdjustmentPosted(REQUEST, BY_BOB))),
                Arguments.of(
                        REQUESTED, turnDown, accept(new AdjustmentTurnedDown(REQUEST, BY_BOB))),
                Arguments.of(REQUESTED, withdraw, accept(new AdjustmentWithdrawn(REQUEST, BY_ANN))),
                Arguments.of(REQUESTED, expire, accept(new AdjustmentExpired(REQUEST, DEADLINE))),
                Arguments.of(POSTED, request, accept()),
                Arguments.of(POSTED, approve, accept()),
                Arguments.of(POSTED, approve(CAT, 0), reject(new AlreadyDecided())),
                Arguments.of(POSTED, turnDown, reject(new AlreadyDecided())),
                Arguments.of(POSTED, withdraw, reject(new AlreadyDecided())),
                Arguments.of(POSTED, expire, accept()),
                Arguments.of(TURNED_DOWN, request, accept()),
                Arguments.of(TURNED_DOWN, approve, reject(new AlreadyDecided())),
                Arguments.of(TURNED_DOWN, turnDown, accept()),
                Arguments.of(
                        TURNED_DOWN,
                        new TurnDownAdjustment(CAT, "Too", LATER),
                        reject(new AlreadyDecided())),
                Arguments.of(TURNED_DOWN, withdraw, reject(new AlreadyDecided())),
                Arguments.of(TURNED_DOWN, expire, accept()),
                Arguments.of(WITHDRAWN, request, accept()),
                Arguments.of(WITHDRAWN, approve, reject(new AlreadyDecided())),
                Arguments.of(WITHDRAWN, turnDown, reject(new AlreadyDecided())),
                Arguments.of(WITHDRAWN, withdraw, accept()),
                Arguments.of(
                        WITHDRAWN,
                        new WithdrawAdjustment(BOB, "Mine", LATER),
                        reject(new AlreadyDecided())),
                Arguments.of(WITHDRAWN, expire, accept()),
                Arguments.of(EXPIRED, request, accept()),
                Arguments.of(EXPIRED, approve, reject(new AlreadyDecided())),
                Arguments.of(EXPIRED, turnDown, reject(new AlreadyDecided())),
                Arguments.of(EXPIRED, withdraw, reject(new AlreadyDecided())),
                Arguments.of(EXPIRED, expire, accept()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void endsOnceAndFindsItsOwnResultAgain(
            Adjustment state,
            AdjustmentCommand command,
            Decision<AdjustmentEvent, AdjustmentRejection> expected) {
        assertThat(decider.decide(command, state)).isEqualTo(expected);
    }

    @Test
    void takesTwoPersons() {
        var turnDown = new TurnDownAdjustment(ANN, "Oh", LATER);
        var withdraw = new WithdrawAdjustment(BOB, "Oh", LATER);
        var administrator = new Operator(ANN.user(), Set.of(), true);

        assertThat(decider.decide(approve(ANN, 0), REQUESTED)).isEqualTo(reject(new OwnRequest()));
        assertThat(decider.decide(approve(administrator, 0), REQUESTED))
                .isEqualTo(reject(new OwnRequest()));
        assertThat(decider.decide(turnDown, REQUESTED)).isEqualTo(reject(new OwnRequest()));
        assertThat(decider.decide(withdraw, REQUESTED))
                .isEqualTo(reject(new SomebodyElsesRequest()));
    }

    @Test
    void keepsPeopleAwayFromTheirOwnWallets() {
        var owner = new Operator(BOB.user(), Set.of(WALLET.owner()), true);

        assertThat(decider.decide(new RequestAdjustment(REQUEST, owner, false), ABSENT))
                .isEqualTo(reject(new OwnWallet()));
        assertThat(decider.decide(approve(owner, 0), REQUESTED)).isEqualTo(reject(new OwnWallet()));
    }

    @Test
    void limitsWhatOneAdjustmentMoves() {
        var largest = request(1_000_00);
        var larger = request(1_000_01);

        assertThat(decider.decide(new RequestAdjustment(largest, ANN, false), ABSENT))
                .isEqualTo(accept(new AdjustmentRequested(largest)));
        assertThat(decider.decide(new RequestAdjustment(larger, ANN, false), ABSENT))
                .isEqualTo(reject(new TooLarge()));
    }

    @Test
    void reversesAJournalOnce() {
        assertThat(decider.decide(new RequestAdjustment(REQUEST, ANN, true), ABSENT))
                .isEqualTo(reject(new AlreadyReversed()));
    }

    @Test
    void asksAnAdministratorAboutLargeAmounts() {
        var below = new Requested(request(599_99));
        var large = new Requested(request(600_00));

        assertThat(decider.decide(approve(BOB, 0), below))
                .isEqualTo(accept(new AdjustmentPosted(below.request(), BY_BOB)));
        assertThat(decider.decide(approve(BOB, 0), large))
                .isEqualTo(reject(new NeedsAdministrator()));
        assertThat(decider.decide(approve(ADMIN, 0), large))
                .isEqualTo(
                        accept(
                                new AdjustmentPosted(
                                        large.request(), new Ruling(ADMIN.user(), "Seen", LATER))));
    }

    @Test
    void limitsWhatOnePersonApprovesWithinADay() {
        assertThat(decider.decide(approve(BOB, 700_00), REQUESTED))
                .isEqualTo(accept(new AdjustmentPosted(REQUEST, BY_BOB)));
        assertThat(decider.decide(approve(BOB, 700_01), REQUESTED))
                .isEqualTo(reject(new DailyLimitReached()));
    }

    @Test
    void countsLimitsInMajorUnitsOfEveryCurrency() {
        var limits = new AdjustmentLimits(1_000, 600, 1_200);

        assertThat(limits.isTooLarge(Money.of(1_000, "JPY"))).isFalse();
        assertThat(limits.isTooLarge(Money.of(1_001, "JPY"))).isTrue();
        assertThat(limits.isTooLarge(Money.of(1_000_000, "BHD"))).isFalse();
        assertThat(limits.isTooLarge(Money.of(1_000_001, "BHD"))).isTrue();
    }

    @Test
    void isTooLateAtTheDeadline() {
        var punctual = approveAt(DEADLINE.minusNanos(1));
        var late = approveAt(DEADLINE);

        assertThat(decider.decide(punctual, REQUESTED))
                .isEqualTo(
                        accept(
                                new AdjustmentPosted(
                                        REQUEST,
                                        new Ruling(BOB.user(), "Seen", DEADLINE.minusNanos(1)))));
        assertThat(decider.decide(late, REQUESTED)).isEqualTo(reject(new AlreadyDecided()));
    }

    @Test
    void putsNothingIntoAClosedWalletButTakesOutWhatIsLeft() {
        var closed = new Circumstances(Money.zero(USD), Set.of(WALLET), List.of());
        var out =
                Correction.fromWallet(
                        WALLET, Money.of(1, "USD"), Counterpart.SUSPENSE, "Left behind");
        var emptying = new Requested(request(out));
        var approve = new ApproveAdjustment(BOB, "Seen", closed, LATER);

        assertThat(decider.decide(approve, REQUESTED))
                .isEqualTo(reject(new WalletIsClosed(WALLET)));
        assertThat(decider.decide(approve, emptying))
                .isEqualTo(accept(new AdjustmentPosted(emptying.request(), BY_BOB)));
    }

    static Stream<PostingRefusal> refusals() {
        return Stream.of(new WouldOverdraw(ACCOUNT), new WouldOverflow(ACCOUNT));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void doesWhatTheLedgerAllows(PostingRefusal refusal) {
        var poor = new Circumstances(Money.zero(USD), Set.of(), List.of(refusal));

        assertThat(decider.decide(new ApproveAdjustment(BOB, "Seen", poor, LATER), REQUESTED))
                .isEqualTo(reject(new NotCovered(ACCOUNT)));
    }

    @Test
    void evolvesThroughEveryEvent() {
        assertThat(decider.evolve(decider.initial(), new AdjustmentRequested(REQUEST)))
                .isEqualTo(REQUESTED);
        assertThat(decider.evolve(REQUESTED, new AdjustmentPosted(REQUEST, BY_BOB)))
                .isEqualTo(POSTED);
        assertThat(decider.evolve(REQUESTED, new AdjustmentTurnedDown(REQUEST, BY_BOB)))
                .isEqualTo(TURNED_DOWN);
        assertThat(decider.evolve(REQUESTED, new AdjustmentWithdrawn(REQUEST, BY_ANN)))
                .isEqualTo(WITHDRAWN);
        assertThat(decider.evolve(REQUESTED, new AdjustmentExpired(REQUEST, DEADLINE)))
                .isEqualTo(EXPIRED);
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(POSTED, new AdjustmentPosted(REQUEST, BY_BOB)));
    }

    private static ApproveAdjustment approve(Operator by, long approvedToday) {
        var now = new Circumstances(Money.of(approvedToday, "USD"), Set.of(), List.of());
        return new ApproveAdjustment(by, "Seen", now, LATER);
    }

    private static ApproveAdjustment approveAt(Instant at) {
        var now = new Circumstances(Money.zero(USD), Set.of(), List.of());
        return new ApproveAdjustment(BOB, "Seen", now, at);
    }

    private static Operator operator(long number) {
        return new Operator(new UserId(new UUID(0, number)), Set.of(), false);
    }

    private static AdjustmentRequest request(long amount) {
        return request(
                Correction.toWallet(
                        WALLET, Money.of(amount, "USD"), Counterpart.PROMO_EXPENSE, "Sorry"));
    }

    private static AdjustmentRequest request(Correction correction) {
        return new AdjustmentRequest(
                new AdjustmentId(new UUID(0, 9)),
                correction,
                "Ticket 7",
                ANN.user(),
                NOON,
                DEADLINE);
    }
}
