package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.ESCROW;
import static guildhall.payment.escrow.EscrowFixtures.LATER;
import static guildhall.payment.escrow.EscrowFixtures.NOON;
import static guildhall.payment.escrow.EscrowFixtures.PRICING;
import static guildhall.payment.escrow.EscrowFixtures.REFUND;
import static guildhall.payment.escrow.EscrowFixtures.RELEASE;
import static guildhall.payment.escrow.EscrowFixtures.SCHEDULE;
import static guildhall.payment.escrow.EscrowFixtures.TERMS;
import static guildhall.payment.escrow.EscrowFixtures.cancel;
import static guildhall.payment.escrow.EscrowFixtures.fund;
import static guildhall.payment.escrow.EscrowFixtures.refund;
import static guildhall.payment.escrow.EscrowFixtures.release;
import static guildhall.payment.escrow.EscrowFixtures.terms;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static guildhall.payment.fee.FeeBasis.STANDARD;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.EscrowCommand.CancelEscrow;
import guildhall.payment.escrow.EscrowCommand.FundEscrow;
import guildhall.payment.escrow.EscrowCommand.RefundEscrow;
import guildhall.payment.escrow.EscrowCommand.ReleaseEscrow;
import guildhall.payment.escrow.EscrowEvent.EscrowCancelled;
import guildhall.payment.escrow.EscrowEvent.EscrowFunded;
import guildhall.payment.escrow.EscrowEvent.EscrowRefunded;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.escrow.EscrowEvent.EscrowWoundUp;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import guildhall.payment.escrow.EscrowRejection.AlreadyCancelled;
import guildhall.payment.escrow.EscrowRejection.MoreThanHeld;
import guildhall.payment.escrow.EscrowRejection.NotFunded;
import guildhall.payment.escrow.EscrowRejection.TermsDiffer;
import guildhall.payment.escrow.EscrowRejection.UnknownEscrow;
import guildhall.runtime.decide.Decision;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EscrowDeciderTest {
    static final ReleaseId OTHER_RELEASE = new ReleaseId(new UUID(0, 0xa2));
    static final RefundId OTHER_REFUND = new RefundId(new UUID(0, 0xb2));

    static final EscrowEvent FUNDED = new EscrowFunded(ESCROW, 1, TERMS, PRICING, NOON);
    static final EscrowEvent RELEASED_PART = releasedEvent(RELEASE, 400_00);
    static final EscrowEvent RELEASED_ALL = releasedEvent(RELEASE, 1_000_00);
    static final EscrowEvent REFUNDED_PART = refundedEvent(REFUND, 400_00);
    static final EscrowEvent REFUNDED_ALL = refundedEvent(REFUND, 1_000_00);
    static final EscrowEvent WOUND_UP =
            new EscrowWoundUp(ESCROW, REFUND, usd(1_000_00), usd(0), LATER);

    static final Escrow ABSENT = new Escrow.Absent();
    static final Escrow PENDING = state(refused(1));
    static final Escrow HELD = state(FUNDED);
    static final Escrow PARTLY = state(FUNDED, RELEASED_PART);
    static final Escrow PARTLY_REFUNDED = state(FUNDED, REFUNDED_PART);
    static final Escrow RELEASED = state(FUNDED, RELEASED_ALL);
    static final Escrow REFUNDED = state(FUNDED, REFUNDED_ALL);
    static final Escrow SETTLED = state(FUNDED, RELEASED_PART, refundedEvent(OTHER_REFUND, 600_00));
    static final Escrow WOUND_UP_ESCROW = state(FUNDED, WOUND_UP);
    static final Escrow CANCELLED = state(refused(1), new EscrowCancelled(ESCROW, REFUND, LATER));
    static final Escrow TOMBSTONE = state(new EscrowCancelled(ESCROW, REFUND, LATER));

    static Stream<Arguments> fundings() {
        var other = new EscrowOrder.Fund(ESCROW, 1, terms(999_00), NOON);
        return Stream.of(
                Arguments.of(ABSENT, rich(fund(1)), accept(FUNDED)),
                Arguments.of(ABSENT, exactly(fund(1), 1_000_00), accept(FUNDED)),
                Arguments.of(ABSENT, exactly(fund(1), 999_99), accept(refused(1))),
                Arguments.of(PENDING, rich(fund(1)), accept()),
                Arguments.of(PENDING, rich(other), reject(new TermsDiffer())),
                Arguments.of(PENDING, rich(fund(2)), accept(funded(2))),
                Arguments.of(PENDING, exactly(fund(2), 0), accept(refused(2))),
                Arguments.of(HELD, rich(fund(1)), accept()),
                Arguments.of(HELD, rich(fund(2)), accept()),
                Arguments.of(HELD, rich(other), reject(new TermsDiffer())),
                Arguments.of(PARTLY, rich(fund(1)), accept()),
                Arguments.of(RELEASED, rich(fund(1)), accept()),
                Arguments.of(REFUNDED, rich(fund(1)), accept()),
                Arguments.of(SETTLED, rich(fund(1)), accept()),
                Arguments.of(SETTLED, rich(other), reject(new TermsDiffer())),
                Arguments.of(WOUND_UP_ESCROW, rich(fund(1)), reject(new AlreadyCancelled())),
                Arguments.of(CANCELLED, rich(fund(1)), reject(new AlreadyCancelled())),
                Arguments.of(CANCELLED, rich(fund(2)), reject(new AlreadyCancelled())),
                Arguments.of(TOMBSTONE, rich(fund(1)), reject(new AlreadyCancelled())));
    }

    static Stream<Arguments> releases() {
        return Stream.of(
                Arguments.of(ABSENT, release(RELEASE, 1), reject(new UnknownEscrow())),
                Arguments.of(PENDING, release(RELEASE, 1), reject(new NotFunded())),
                Arguments.of(CANCELLED, release(RELEASE, 1), reject(new NotFunded())),
                Arguments.of(TOMBSTONE, release(RELEASE, 1), reject(new NotFunded())),
                Arguments.of(HELD, release(RELEASE, 400_00), accept(RELEASED_PART)),
                Arguments.of(HELD, release(RELEASE, 1_000_00), accept(RELEASED_ALL)),
                Arguments.of(
                        HELD, release(RELEASE, 1_000_01), reject(new MoreThanHeld(usd(1_000_00)))),
                Arguments.of(PARTLY, release(RELEASE, 400_00), accept()),
                Arguments.of(PARTLY, release(RELEASE, 400_01), reject(new TermsDiffer())),
                Arguments.of(
                        PARTLY,
                        release(OTHER_RELEASE, 600_00),
                        accept(releasedEvent(OTHER_RELEASE, 600_00))),
                Arguments.of(
                        PARTLY,
                        release(OTHER_RELEASE, 600_01),
                        reject(new MoreThanHeld(usd(600_00)))),
                Arguments.of(RELEASED, release(RELEASE, 1_000_00), accept()),
                Arguments.of(RELEASED, release(OTHER_RELEASE, 1), reject(new MoreThanHeld(usd(0)))),
                Arguments.of(REFUNDED, release(RELEASE, 1), reject(new MoreThanHeld(usd(0)))),
                Arguments.of(SETTLED, release(RELEASE, 400_00), accept()),
                Arguments.of(SETTLED, release(OTHER_RELEASE, 1), reject(new MoreThanHeld(usd(0)))),
                Arguments.of(
                        WOUND_UP_ESCROW, release(RELEASE, 1), reject(new MoreThanHeld(usd(0)))));
    }

    static Stream<Arguments> refunds() {
        return Stream.of(
                Arguments.of(ABSENT, refund(REFUND, 1), reject(new UnknownEscrow())),
                Arguments.of(PENDING, refund(REFUND, 1), reject(new NotFunded())),
                Arguments.of(CANCELLED, refund(REFUND, 1), reject(new NotFunded())),
                Arguments.of(TOMBSTONE, refund(REFUND, 1), reject(new NotFunded())),
                Arguments.of(HELD, refund(REFUND, 400_00), accept(REFUNDED_PART)),
                Arguments.of(HELD, refund(REFUND, 1_000_00), accept(REFUNDED_ALL)),
                Arguments.of(
                        HELD, refund(REFUND, 1_000_01), reject(new MoreThanHeld(usd(1_000_00)))),
                Arguments.of(PARTLY_REFUNDED, refund(REFUND, 400_00), accept()),
                Arguments.of(PARTLY_REFUNDED, refund(REFUND, 1), reject(new TermsDiffer())),
                Arguments.of(PARTLY, refund(REFUND, 600_00), accept(refundedEvent(REFUND, 600_00))),
                Arguments.of(RELEASED, refund(REFUND, 1), reject(new MoreThanHeld(usd(0)))),
                Arguments.of(REFUNDED, refund(REFUND, 1_000_00), accept()),
                Arguments.of(SETTLED, refund(OTHER_REFUND, 600_00), accept()),
                Arguments.of(
                        WOUND_UP_ESCROW,
                        refund(OTHER_REFUND, 1),
                        reject(new MoreThanHeld(usd(0)))));
    }

    static Stream<Arguments> cancellations() {
        return Stream.of(
                Arguments.of(ABSENT, accept(new EscrowCancelled(ESCROW, REFUND, LATER))),
                Arguments.of(PENDING, accept(new EscrowCancelled(ESCROW, REFUND, LATER))),
                Arguments.of(HELD, accept(WOUND_UP)),
                Arguments.of(PARTLY, accept(woundUp(600_00))),
                Arguments.of(PARTLY_REFUNDED, accept(woundUp(600_00))),
                Arguments.of(RELEASED, accept(woundUp(0))),
                Arguments.of(REFUNDED, accept(woundUp(0))),
                Arguments.of(SETTLED, accept(woundUp(0))),
                Arguments.of(WOUND_UP_ESCROW, accept()),
                Arguments.of(CANCELLED, accept()),
                Arguments.of(TOMBSTONE, accept()));
    }

    @ParameterizedTest
    @MethodSource("fundings")
    void decidesFundings(
            Escrow state, EscrowCommand command, Decision<EscrowEvent, EscrowRejection> expected) {
        assertThat(new EscrowDecider().decide(command, state)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void decidesReleases(
            Escrow state,
            EscrowOrder.Release order,
            Decision<EscrowEvent, EscrowRejection> expected) {
        var command = new ReleaseEscrow(order, SCHEDULE.quote(STANDARD, usd(0), order.gross()));

        assertThat(new EscrowDecider().decide(command, state)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("refunds")
    void decidesRefunds(
            Escrow state,
            EscrowOrder.Refund order,
            Decision<EscrowEvent, EscrowRejection> expected) {
        assertThat(new EscrowDecider().decide(new RefundEscrow(order), state)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cancellations")
    void decidesCancellations(Escrow state, Decision<EscrowEvent, EscrowRejection> expected) {
        var command = new CancelEscrow(cancel(REFUND));

        assertThat(new EscrowDecider().decide(command, state)).isEqualTo(expected);
    }

    @Test
    void refusesAnotherCurrencyThanWasFunded() {
        var euros = Money.of(1, "EUR");
        var release = new EscrowOrder.Release(ESCROW, RELEASE, euros, LATER);
        var refund = new EscrowOrder.Refund(ESCROW, REFUND, euros, LATER);
        var quote = SCHEDULE.quote(STANDARD, Money.of(0, "EUR"), euros);

        assertThat(new EscrowDecider().decide(new ReleaseEscrow(release, quote), HELD))
                .isEqualTo(reject(new TermsDiffer()));
        assertThat(new EscrowDecider().decide(new RefundEscrow(refund), HELD))
                .isEqualTo(reject(new TermsDiffer()));
    }

    @Test
    void doesNotMindACorrectedTitle() {
        var t = TERMS;
        var corrected =
                new FundingTerms(
                        t.contract(),
                        t.milestone(),
                        "Logo!",
                        t.payer(),
                        t.payee(),
                        t.amount(),
                        t.basis(),
                        t.team());
        var order = new EscrowOrder.Fund(ESCROW, 1, corrected, NOON);

        assertThat(new EscrowDecider().decide(rich(order), HELD)).isEqualTo(accept());
    }

    @Test
    void namesTheStateThatTheAmountsAmountTo() {
        assertThat(HELD).isInstanceOf(Escrow.Funded.class);
        assertThat(PARTLY).isInstanceOf(Escrow.PartiallyReleased.class);
        assertThat(PARTLY_REFUNDED).isInstanceOf(Escrow.Funded.class);
        assertThat(RELEASED).isInstanceOf(Escrow.Released.class);
        assertThat(REFUNDED).isInstanceOf(Escrow.Refunded.class);
        assertThat(SETTLED).isInstanceOf(Escrow.Settled.class);
        assertThat(WOUND_UP_ESCROW).isInstanceOf(Escrow.Refunded.class);
        assertThat(state(FUNDED, RELEASED_PART, woundUp(600_00)))
                .isInstanceOf(Escrow.Settled.class);
        assertThat(state(FUNDED, RELEASED_ALL, woundUp(0))).isInstanceOf(Escrow.Released.class);
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException().isThrownBy(() -> state(RELEASED_PART));
        assertThatIllegalStateException().isThrownBy(() -> state(FUNDED, FUNDED));
        assertThatIllegalStateException().isThrownBy(() -> state(FUNDED, refused(2)));
        assertThatIllegalStateException()
                .isThrownBy(() -> state(FUNDED, new EscrowCancelled(ESCROW, REFUND, LATER)));
    }

    @Test
    void cannotEvenRepresentMoreLeavingThanCameIn() {
        var movements =
                List.<Movement>of(
                        new Movement.Refund(REFUND, usd(600_00), usd(0), usd(400_00), LATER),
                        new Movement.Refund(OTHER_REFUND, usd(400_01), usd(0), usd(0), LATER));

        assertThatIllegalStateException()
                .isThrownBy(() -> new Holding(ESCROW, 1, TERMS, PRICING, NOON, movements));
    }

    @Test
    void cannotEvenAskToMoveNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> release(RELEASE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> refund(REFUND, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EscrowOrder.Fund(ESCROW, 1, terms(0), NOON));
    }

    static Escrow state(EscrowEvent... history) {
        var decider = new EscrowDecider();
        return Stream.of(history).reduce(decider.initial(), decider::evolve, (a, _) -> a);
    }

    static EscrowCommand rich(EscrowOrder.Fund order) {
        return new FundEscrow(order, usd(1_000_000_00), PRICING, null);
    }

    static EscrowCommand exactly(EscrowOrder.Fund order, long available) {
        return new FundEscrow(order, usd(available), PRICING, null);
    }

    static EscrowEvent funded(int attempt) {
        return new EscrowFunded(ESCROW, attempt, TERMS, PRICING, NOON);
    }

    static FundingRefused refused(int attempt) {
        return new FundingRefused(ESCROW, attempt, TERMS, FundingRefusal.INSUFFICIENT_FUNDS, NOON);
    }

    static EscrowEvent releasedEvent(ReleaseId id, long gross) {
        return new EscrowReleased(
                ESCROW, id, SCHEDULE.quote(STANDARD, usd(0), usd(gross)), usd(0), LATER);
    }

    static EscrowEvent refundedEvent(RefundId id, long amount) {
        return new EscrowRefunded(ESCROW, id, usd(amount), usd(0), LATER);
    }

    static EscrowEvent woundUp(long amount) {
        return new EscrowWoundUp(ESCROW, REFUND, usd(amount), usd(0), LATER);
    }
}
