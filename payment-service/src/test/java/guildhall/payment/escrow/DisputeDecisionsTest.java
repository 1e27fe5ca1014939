package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.DISPUTE;
import static guildhall.payment.escrow.EscrowFixtures.ESCROW;
import static guildhall.payment.escrow.EscrowFixtures.LATER;
import static guildhall.payment.escrow.EscrowFixtures.NOON;
import static guildhall.payment.escrow.EscrowFixtures.PRICING;
import static guildhall.payment.escrow.EscrowFixtures.REFUND;
import static guildhall.payment.escrow.EscrowFixtures.RELEASE;
import static guildhall.payment.escrow.EscrowFixtures.SCHEDULE;
import static guildhall.payment.escrow.EscrowFixtures.TERMS;
import static guildhall.payment.escrow.EscrowFixtures.cancel;
import static guildhall.payment.escrow.EscrowFixtures.freeze;
import static guildhall.payment.escrow.EscrowFixtures.refund;
import static guildhall.payment.escrow.EscrowFixtures.release;
import static guildhall.payment.escrow.EscrowFixtures.returnToWork;
import static guildhall.payment.escrow.EscrowFixtures.split;
import static guildhall.payment.escrow.EscrowFixtures.unfreeze;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static guildhall.payment.fee.FeeBasis.STANDARD;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.EscrowCommand.CancelEscrow;
import guildhall.payment.escrow.EscrowCommand.FreezeEscrow;
import guildhall.payment.escrow.EscrowCommand.RefundEscrow;
import guildhall.payment.escrow.EscrowCommand.ReleaseEscrow;
import guildhall.payment.escrow.EscrowCommand.ReturnFrozenFunds;
import guildhall.payment.escrow.EscrowCommand.SplitFrozenFunds;
import guildhall.payment.escrow.EscrowCommand.UnfreezeEscrow;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowFunded;
import guildhall.payment.escrow.EscrowEvent.EscrowRefunded;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowWoundUp;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.escrow.EscrowRejection.AlreadyAvailable;
import guildhall.payment.escrow.EscrowRejection.AlreadyCancelled;
import guildhall.payment.escrow.EscrowRejection.Frozen;
import guildhall.payment.escrow.EscrowRejection.NotFrozen;
import guildhall.payment.escrow.EscrowRejection.NotFunded;
import guildhall.payment.escrow.EscrowRejection.NotTheFrozenAmount;
import guildhall.payment.escrow.EscrowRejection.NothingLeft;
import guildhall.payment.escrow.EscrowRejection.TermsDiffer;
import guildhall.payment.escrow.EscrowRejection.UnknownEscrow;
import guildhall.runtime.decide.Decision;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A milestone of 1000 dollars of which 400 may have been released, minus a fee of 80. */
class DisputeDecisionsTest {
    static final DisputeId OTHER = new DisputeId(new UUID(0, 0xf2));
    static final ReleaseId TALENTS_PART = new ReleaseId(new UUID(0, 0xa9));

    static final EscrowEvent FUNDED = new EscrowFunded(ESCROW, 1, TERMS, PRICING, NOON);
    static final EscrowEvent RELEASED = released(RELEASE, 400_00);
    static final Movement.Release PAID =
            new Movement.Release(
                    RELEASE, usd(400_00), usd(80_00), usd(0), "talent-1", usd(600_00), LATER);
    static final EscrowEvent FROZEN = frozen(DISPUTE, 1_000_00);
    static final EscrowEvent FROZEN_WITH_RECALL = frozen(DISPUTE, 600_00, PAID);

    static final Escrow ABSENT = new Escrow.Absent();
    static final Escrow HELD = state(FUNDED);
    static final Escrow PARTLY = state(FUNDED, RELEASED);
    static final Escrow REFUNDED =
            state(FUNDED, new EscrowRefunded(ESCROW, REFUND, usd(1_000_00), usd(0), LATER));
    static final Escrow ALL_PAID = state(FUNDED, released(RELEASE, 1_000_00));
    static final Escrow WOUND_UP =
            state(FUNDED, RELEASED, new EscrowWoundUp(ESCROW, REFUND, usd(600_00), usd(0), LATER));
    static final Escrow TOMBSTONE = state(new EscrowEvent.EscrowCancelled(ESCROW, REFUND, LATER));
    static final Escrow ICE = state(FUNDED, FROZEN);
    static final Escrow ICE_WITH_RECALL = state(FUNDED, RELEASED, FROZEN_WITH_RECALL);
    static final Escrow RESTORED =
            state(FUNDED, RELEASED, FROZEN_WITH_RECALL, unfrozen(600_00, PAID));
    static final Escrow RESUMED = state(FUNDED, RELEASED, FROZEN_WITH_RECALL, unfrozen(1_000_00));
    static final Escrow DIVIDED = state(FUNDED, FROZEN, divided(300_00, 700_00));

    static Stream<Arguments> freezes() {
        return Stream.of(
                Arguments.of(ABSENT, reject(new UnknownEscrow())),
                Arguments.of(TOMBSTONE, reject(new NotFunded())),
                Arguments.of(HELD, accept(FROZEN)),
                Arguments.of(PARTLY, accept(FROZEN_WITH_RECALL)),
                Arguments.of(WOUND_UP, accept(frozen(DISPUTE, 0, PAID))),
                Arguments.of(REFUNDED, reject(new NothingLeft())),
                Arguments.of(ICE, accept()),
                Arguments.of(ICE_WITH_RECALL, accept()),
                Arguments.of(RESTORED, accept()),
                Arguments.of(DIVIDED, accept()),
                Arguments.of(state(FUNDED, frozen(OTHER, 1_000_00)), reject(new Frozen(OTHER))));
    }

    @ParameterizedTest
    @MethodSource("freezes")
    void decidesFreezes(Escrow state, Decision<EscrowEvent, EscrowRejection> expected) {
        var command = new FreezeEscrow(freeze(DISPUTE), Set.of(RELEASE));

        assertThat(decide(command, state)).isEqualTo(expected);
    }

    @Test
    void leavesWhatThePayeeCanSpendAlone() {
        var cleared = new FreezeEscrow(freeze(DISPUTE), Set.of());

        assertThat(decide(cleared, PARTLY)).isEqualTo(accept(frozen(DISPUTE, 600_00)));
        assertThat(decide(cleared, ALL_PAID)).isEqualTo(reject(new AlreadyAvailable()));
    }

    @Test
    void recallsThePayeesPartOfAnEarlierSplit() {
        var again = new FreezeEscrow(freeze(OTHER), Set.of(TALENTS_PART));

        var part =
                new Movement.Release(
                        TALENTS_PART, usd(700_00), usd(120_00), usd(0), "talent-1", usd(0), LATER);
        assertThat(decide(again, DIVIDED)).isEqualTo(accept(frozen(OTHER, 0, part)));
    }

    static Stream<Arguments> unfreezes() {
        return Stream.of(
                Arguments.of(ABSENT, reject(new UnknownEscrow())),
                Arguments.of(TOMBSTONE, reject(new NotFunded())),
                Arguments.of(HELD, reject(new NotFrozen())),
                Arguments.of(ICE, accept(unfrozen(1_000_00))),
                Arguments.of(ICE_WITH_RECALL, accept(unfrozen(600_00, PAID))),
                Arguments.of(RESTORED, accept()),
                Arguments.of(RESUMED, reject(new TermsDiffer())),
                Arguments.of(DIVIDED, reject(new NotFrozen())),
                Arguments.of(state(FUNDED, frozen(OTHER, 1_000_00)), reject(new NotFrozen())));
    }

    @ParameterizedTest
    @MethodSource("unfreezes")
    void decidesUnfreezes(Escrow state, Decision<EscrowEvent, EscrowRejection> expected) {
        assertThat(decide(new UnfreezeEscrow(unfreeze(DISPUTE)), state)).isEqualTo(expected);
    }

    static Stream<Arguments> returns() {
        return Stream.of(
                Arguments.of(ABSENT, reject(new UnknownEscrow())),
                Arguments.of(PARTLY, reject(new NotFrozen())),
                Arguments.of(ICE, accept(unfrozen(1_000_00))),
                Arguments.of(ICE_WITH_RECALL, accept(unfrozen(1_000_00))),
                Arguments.of(RESUMED, accept()),
                Arguments.of(RESTORED, reject(new TermsDiffer())),
                Arguments.of(DIVIDED, reject(new NotFrozen())),
                Arguments.of(
                        state(
                                FUNDED,
                                RELEASED,
                                new EscrowWoundUp(ESCROW, REFUND, usd(600_00), usd(0), LATER),
                                frozen(DISPUTE, 0, PAID)),
                        reject(new AlreadyCancelled())));
    }

    @ParameterizedTest
    @MethodSource("returns")
    void decidesReturnsToWork(Escrow state, Decision<EscrowEvent, EscrowRejection> expected) {
        assertThat(decide(new ReturnFrozenFunds(returnToWork(DISPUTE)), state)).isEqualTo(expected);
    }

    static Stream<Arguments> splits() {
        var all = new NotTheFrozenAmount(usd(1_000_00));
        return Stream.of(
                Arguments.of(ABSENT, 300_00, 700_00, reject(new UnknownEscrow())),
                Arguments.of(HELD, 300_00, 700_00, reject(new NotFrozen())),
                Arguments.of(ICE, 300_00, 700_00, accept(divided(300_00, 700_00))),
                Arguments.of(ICE, 1_000_00, 0, accept(divided(1_000_00, 0))),
                Arguments.of(ICE, 0, 1_000_00, accept(divided(0, 1_000_00))),
                Arguments.of(ICE_WITH_RECALL, 1, 999_99, accept(divided(1, 999_99))),
                Arguments.of(ICE, 300_00, 700_01, reject(all)),
                Arguments.of(ICE, 300_00, 699_99, reject(all)),
                Arguments.of(ICE, 1_000_01, 0, reject(all)),
                Arguments.of(ICE, Long.MAX_VALUE, Long.MAX_VALUE, reject(all)),
                Arguments.of(DIVIDED, 300_00, 700_00, accept()),
                Arguments.of(DIVIDED, 400_00, 600_00, reject(new TermsDiffer())),
                Arguments.of(RESTORED, 300_00, 700_00, reject(new NotFrozen())));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void decidesSplits(
            Escrow state,
            long toPayer,
            long toPayee,
            Decision<EscrowEvent, EscrowRejection> expected) {
        assertThat(decide(splitting(split(TALENTS_PART, toPayer, toPayee)), state))
                .isEqualTo(expected);
    }

    @Test
    void refusesASplitThatReusesAReleaseOrAnotherCurrency() {
        var euros = Money.of(500_00, "EUR");
        var foreign = new EscrowOrder.Split(ESCROW, DISPUTE, TALENTS_PART, euros, euros, LATER);

        assertThat(decide(splitting(split(RELEASE, 300_00, 700_00)), ICE_WITH_RECALL))
                .isEqualTo(reject(new TermsDiffer()));
        assertThat(decide(splitting(foreign), ICE)).isEqualTo(reject(new TermsDiffer()));
    }

    @Test
    void refusesEveryOtherMovementWhileFrozen() {
        var release = release(new ReleaseId(new UUID(0, 0xa2)), 1_00);
        var quote = SCHEDULE.quote(STANDARD, usd(0), usd(1_00));

        assertThat(decide(new ReleaseEscrow(release, quote), ICE))
                .isEqualTo(reject(new Frozen(DISPUTE)));
        assertThat(decide(new RefundEscrow(refund(REFUND, 1)), ICE))
                .isEqualTo(reject(new Frozen(DISPUTE)));
        assertThat(decide(new CancelEscrow(cancel(REFUND)), ICE))
                .isEqualTo(reject(new Frozen(DISPUTE)));
    }

    @Test
    void stillKnowsWhatHappenedBeforeTheFreeze() {
        var known = release(RELEASE, 400_00);

        assertThat(
                        decide(
                                new ReleaseEscrow(
                                        known, SCHEDULE.quote(STANDARD, usd(0), usd(400_00))),
                                ICE_WITH_RECALL))
                .isEqualTo(accept());
        assertThat(decide(new ReleaseEscrow(release(TALENTS_PART, 700_00), quote(700_00)), DIVIDED))
                .isEqualTo(accept());
    }

    @Test
    void letsWorkAndCancellationGoOnAfterTheDispute() {
        var next = release(new ReleaseId(new UUID(0, 0xa3)), 600_00);
        var wound =
                new EscrowWoundUp(
                        ESCROW, new RefundId(new UUID(0, 5)), usd(1_000_00), usd(0), LATER);

        assertThat(decide(new ReleaseEscrow(next, quote(600_00)), RESTORED))
                .isEqualTo(accept(released(next.release(), 600_00)));
        assertThat(decide(new CancelEscrow(cancel(wound.refund())), RESUMED))
                .isEqualTo(accept(wound));
    }

    @Test
    void accountsForEveryCentInEveryState() {
        assertBalances(ICE, 0, 1_000_00, 0, 0);
        assertBalances(ICE_WITH_RECALL, 0, 1_000_00, 0, 0);
        assertBalances(RESTORED, 600_00, 0, 400_00, 0);
        assertBalances(RESUMED, 1_000_00, 0, 0, 0);
        assertBalances(DIVIDED, 0, 0, 700_00, 300_00);
        assertThat(ICE).isInstanceOf(Escrow.Frozen.class);
        assertThat(RESTORED).isInstanceOf(Escrow.PartiallyReleased.class);
        assertThat(RESUMED).isInstanceOf(Escrow.Funded.class);
        assertThat(DIVIDED).isInstanceOf(Escrow.Settled.class);
    }

    @Test
    void cannotEvenRepresentASplitOfMoreThanIsFrozen() {
        assertThatIllegalStateException()
                .isThrownBy(() -> state(FUNDED, FROZEN, divided(300_00, 700_01)));
        assertThatIllegalStateException()
                .isThrownBy(() -> state(FUNDED, frozen(DISPUTE, 1_000_01)));
        assertThatIllegalArgumentException().isThrownBy(() -> split(RELEASE, 0, 0));
    }

    static void assertBalances(Escrow escrow, long held, long frozen, long paid, long back) {
        assertThat(((Escrow.WithMoney) escrow).holding().balances())
                .isEqualTo(new Balances(usd(held), usd(frozen), usd(paid), usd(back), usd(0)));
    }

    static Decision<EscrowEvent, EscrowRejection> decide(EscrowCommand command, Escrow state) {
        return new EscrowDecider().decide(command, state);
    }

    static Escrow state(EscrowEvent... history) {
        return EscrowDeciderTest.state(history);
    }

    static EscrowEvent released(ReleaseId id, long gross) {
        return new EscrowReleased(ESCROW, id, quote(gross), usd(0), LATER);
    }

    static EscrowEvent frozen(DisputeId dispute, long fromHeld, Movement.Release... recalled) {
        return new EscrowFrozen(ESCROW, dispute, usd(fromHeld), List.of(recalled), LATER);
    }

    static EscrowEvent unfrozen(long toHeld, Movement.Release... restored) {
        return new EscrowUnfrozen(ESCROW, DISPUTE, usd(toHeld), List.of(restored), LATER);
    }

    static EscrowEvent divided(long toPayer, long toPayee) {
        return new FrozenFundsSplit(
                ESCROW,
                DISPUTE,
                new EscrowEvent.Returned(usd(toPayer), usd(0)),
                TALENTS_PART,
                quote(toPayee),
                usd(0),
                LATER);
    }

    static SplitFrozenFunds splitting(EscrowOrder.Split order) {
        var nothing = Money.zero(order.toPayee().currency());
        return new SplitFrozenFunds(order, SCHEDULE.quote(STANDARD, nothing, order.toPayee()));
    }

    static guildhall.payment.fee.FeeQuote quote(long gross) {
        return SCHEDULE.quote(STANDARD, usd(0), usd(gross));
    }
}
