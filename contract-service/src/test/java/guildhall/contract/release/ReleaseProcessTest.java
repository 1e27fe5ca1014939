package guildhall.contract.release;

import static guildhall.contract.agreement.SampleContracts.CONTRACT;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.ESCROW;
import static guildhall.contract.milestone.SampleMilestones.PAYMENT;
import static guildhall.contract.milestone.SampleMilestones.RELEASE;
import static guildhall.contract.milestone.SampleMilestones.SKETCHES;
import static guildhall.runtime.decide.Reaction.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.contract.release.Release.*;
import guildhall.contract.release.ReleaseEffect.*;
import guildhall.contract.release.ReleaseSignal.*;
import guildhall.messages.id.ReleaseId;
import guildhall.runtime.decide.Reaction;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every signal in every state, whole conversations, and what no conversation can break. */
class ReleaseProcessTest {
    static final ReleasePolicy POLICY =
            new ReleasePolicy(Duration.ofSeconds(30), 5, Duration.ofHours(1));
    static final Instant START = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = START.plusSeconds(10);
    static final Instant ANSWER_BY = START.plusSeconds(30);
    static final Instant KNOCK_AT = START.plus(Duration.ofHours(1));
    static final ReleaseId OTHER = new ReleaseId(new UUID(6, 9));
    static final ReleaseOrder ORDER =
            new ReleaseOrder(RELEASE, ESCROW, CONTRACT, SKETCHES, usd(30_000));

    static final NotApproved NOT_APPROVED = new NotApproved();
    static final Releasing RELEASING = new Releasing(ORDER, 0, "NO_ANSWER", ANSWER_BY);
    static final Frozen FROZEN = new Frozen(ORDER, KNOCK_AT);
    static final Stuck STUCK = new Stuck(ORDER, "NO_ANSWER", KNOCK_AT);
    static final Released RELEASED = new Released(ORDER);
    static final Releasing ASKED_ANEW = new Releasing(ORDER, 0, "NO_ANSWER", LATER.plusSeconds(30));

    static final WorkApproved APPROVED = new WorkApproved(ORDER, LATER);
    static final EscrowReleased PAID = new EscrowReleased(RELEASE, PAYMENT);
    static final ReleaseRejected IS_FROZEN = new ReleaseRejected(RELEASE, "FROZEN", LATER);
    static final ReleaseRejected NOT_FUNDED = new ReleaseRejected(RELEASE, "NOT_FUNDED", LATER);
    static final DeadlinePassed TOO_EARLY = new DeadlinePassed(LATER);
    static final RetryOrdered RETRY = new RetryOrdered(LATER);
    static final SkipOrdered SKIP = new SkipOrdered(LATER);
    static final CompensationOrdered COMPENSATE = new CompensationOrdered(LATER);
    static final ReleaseEffect SEND = new ReleaseEscrow(ORDER);
    static final ReleaseEffect CONFIRM = new ConfirmPaid(ORDER, PAYMENT);

    record Row(Release state, ReleaseSignal signal, Reaction<Release, ReleaseEffect> reaction) {}

    static final List<Row> ROWS =
            Stream.of(whileReleasing(), whileFrozen(), whileStuck(), onceReleased())
                    .flatMap(List::stream)
                    .toList();

    static final List<ReleaseSignal> MISTAKES =
            List.of(PAID, NOT_FUNDED, TOO_EARLY, RETRY, SKIP, COMPENSATE);

    final ReleaseProcess process = new ReleaseProcess(POLICY);

    private static List<Row> whileReleasing() {
        return List.of(
                row(NOT_APPROVED, APPROVED, ASKED_ANEW, SEND),
                row(RELEASING, APPROVED, RELEASING),
                row(RELEASING, PAID, RELEASED, CONFIRM),
                row(RELEASING, new EscrowReleased(OTHER, PAYMENT), RELEASING),
                row(RELEASING, IS_FROZEN, new Frozen(ORDER, LATER.plus(Duration.ofHours(1)))),
                row(RELEASING, NOT_FUNDED, new Releasing(ORDER, 0, "NOT_FUNDED", ANSWER_BY)),
                row(RELEASING, TOO_EARLY, RELEASING),
                row(
                        RELEASING,
                        new DeadlinePassed(ANSWER_BY),
                        new Releasing(ORDER, 1, "NO_ANSWER", ANSWER_BY.plusSeconds(60)),
                        SEND),
                row(
                        new Releasing(ORDER, 5, "NOT_FUNDED", ANSWER_BY),
                        new DeadlinePassed(ANSWER_BY),
                        new Stuck(ORDER, "NOT_FUNDED", ANSWER_BY.plus(Duration.ofHours(1))),
                        SEND),
                row(RELEASING, RETRY, ASKED_ANEW, SEND),
                row(RELEASING, SKIP, RELEASING),
                row(RELEASING, COMPENSATE, RELEASING));
    }

    private static List<Row> whileFrozen() {
        return List.of(
                row(FROZEN, APPROVED, FROZEN),
                row(FROZEN, PAID, RELEASED, CONFIRM),
                row(FROZEN, IS_FROZEN, FROZEN),
                row(
                        FROZEN,
                        NOT_FUNDED,
                        new Stuck(ORDER, "NOT_FUNDED", LATER.plus(Duration.ofHours(1)))),
                row(FROZEN, TOO_EARLY, FROZEN),
                row(
                        FROZEN,
                        new DeadlinePassed(KNOCK_AT),
                        new Frozen(ORDER, KNOCK_AT.plus(Duration.ofHours(1))),
                        SEND),
                row(FROZEN, RETRY, ASKED_ANEW, SEND),
                row(FROZEN, SKIP, FROZEN),
                row(FROZEN, COMPENSATE, FROZEN));
    }

    private static List<Row> whileStuck() {
        return List.of(
                row(STUCK, APPROVED, STUCK),
                row(STUCK, PAID, RELEASED, CONFIRM),
                row(STUCK, IS_FROZEN, new Frozen(ORDER, LATER.plus(Duration.ofHours(1)))),
                row(STUCK, NOT_FUNDED, new Stuck(ORDER, "NOT_FUNDED", KNOCK_AT)),
                row(STUCK, TOO_EARLY, STUCK),
                row(
                        STUCK,
                        new DeadlinePassed(KNOCK_AT),
                        new Stuck(ORDER, "NO_ANSWER", KNOCK_AT.plus(Duration.ofHours(1))),
                        SEND),
                row(STUCK, RETRY, ASKED_ANEW, SEND),
                row(STUCK, SKIP, STUCK),
                row(STUCK, COMPENSATE, STUCK));
    }

    private static List<Row> onceReleased() {
        return Stream.of(APPROVED, PAID, IS_FROZEN, NOT_FUNDED, TOO_EARLY, RETRY, SKIP, COMPENSATE)
                .map(signal -> row(RELEASED, signal, RELEASED))
                .toList();
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void reacts(Row row) {
        assertThat(process.react(row.state(), row.signal())).isEqualTo(row.reaction());
    }

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void hearsNothingBeforeAnApproval(ReleaseSignal signal) {
        assertThatIllegalStateException().isThrownBy(() -> process.react(NOT_APPROVED, signal));
    }

    @Test
    void knowsEveryPair() {
        var pairs =
                Stream.concat(
                        ROWS.stream()
                                .map(r -> List.of(r.state().getClass(), r.signal().getClass())),
                        MISTAKES.stream().map(m -> List.of(NotApproved.class, m.getClass())));

        assertThat(pairs.distinct()).hasSize(5 * 7);
    }

    @Test
    void anApprovalThatPaymentFreezesIsPaidWhenTheDisputeEnds() {
        var effects =
                hear(
                        APPROVED,
                        IS_FROZEN,
                        new DeadlinePassed(LATER.plus(Duration.ofHours(1))),
                        IS_FROZEN,
                        new DeadlinePassed(LATER.plus(Duration.ofHours(2))),
                        PAID,
                        PAID);

        assertThat(effects).containsExactly(SEND, SEND, SEND, CONFIRM);
    }

    @Test
    void aSilentPaymentIsAskedFiveTimesWithGrowingPatienceThenOperatorsAreCalled() {
        Release state = process.react(NOT_APPROVED, APPROVED).next();
        var waits = new ArrayList<Long>();
        var now = LATER;
        while (!(state instanceof Stuck)) {
            var deadline = process.deadline(state).orElseThrow();
            waits.add(Duration.between(now, deadline).toSeconds());
            now = deadline;
            var reaction = process.react(state, new DeadlinePassed(now));
            assertThat(reaction.effects()).containsExactly(SEND);
            state = reaction.next();
        }

        assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 960L);
    }

    @Test
    void everyStateThatWaitsHasADeadline() {
        assertThat(process.deadline(RELEASING)).contains(ANSWER_BY);
        assertThat(process.deadline(FROZEN)).contains(KNOCK_AT);
        assertThat(process.deadline(STUCK)).contains(KNOCK_AT);
        assertThat(process.deadline(NOT_APPROVED)).isEmpty();
        assertThat(process.deadline(RELEASED)).isEmpty();
    }

    /**
     * Whatever arrives in whatever order: the approval is never lost, no second release is ever
     * named, and the talent counts as paid once, because payment said so.
     */
    @Test
    void neverLosesAnApprovalAndNeverNamesASecondRelease() {
        Seeds.forAll(
                2_000,
                any -> {
                    Release state = process.react(NOT_APPROVED, APPROVED).next();
                    var paid = 0;
                    for (var signal : any.listOf(30, () -> anySignal(any))) {
                        var reaction = process.react(state, signal);
                        for (var effect : reaction.effects()) {
                            assertThat(effect.order()).isEqualTo(ORDER);
                            if (effect instanceof ConfirmPaid) {
                                assertThat(signal).isEqualTo(PAID);
                                paid++;
                            }
                        }
                        state = reaction.next();
                        assertThat(state)
                                .isInstanceOfSatisfying(
                                        Ordered.class, o -> assertThat(o.order()).isEqualTo(ORDER));
                    }
                    assertThat(paid).isEqualTo(state instanceof Released ? 1 : 0);
                    if (!(state instanceof Released)) {
                        assertThat(process.deadline(state)).isPresent();
                    }
                });
    }

    private static ReleaseSignal anySignal(Seeds any) {
        var now = any.instantWithin(Duration.ofHours(5), START);
        var release = any.chance(20) ? OTHER : RELEASE;
        var another =
                new ReleaseOrder(OTHER, ESCROW, CONTRACT, SKETCHES, usd(any.intBetween(1, 9)));
        return any.oneOf(
                new WorkApproved(any.bool() ? ORDER : another, now),
                new EscrowReleased(release, PAYMENT),
                new ReleaseRejected(release, any.oneOf("FROZEN", "NOT_FUNDED"), now),
                new DeadlinePassed(now),
                new RetryOrdered(now),
                new SkipOrdered(now),
                new CompensationOrdered(now));
    }

    private List<ReleaseEffect> hear(ReleaseSignal... signals) {
        Release state = NOT_APPROVED;
        var effects = new ArrayList<ReleaseEffect>();
        for (var signal : signals) {
            var reaction = process.react(state, signal);
            effects.addAll(reaction.effects());
            state = reaction.next();
        }
        return effects;
    }

    private static Row row(
            Release state, ReleaseSignal signal, Release next, ReleaseEffect... effects) {
        return new Row(state, signal, then(next, effects));
    }
}
