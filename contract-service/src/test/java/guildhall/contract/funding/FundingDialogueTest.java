package guildhall.contract.funding;

import static guildhall.contract.agreement.CancellationReason.*;
import static guildhall.contract.funding.SampleFunding.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.funding.Funding.*;
import guildhall.contract.funding.FundingEffect.*;
import guildhall.contract.funding.FundingSignal.*;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole conversations, as operators would read them afterwards. */
class FundingDialogueTest {
    final FundingProcess process = new FundingProcess(POLICY);

    @Test
    void aClientWhoTopsUpGetsTheMilestoneFundedAtTheSecondAttempt() {
        var effects = hear(REQUEST, FAILED, FAILED, REQUEST, failed(1, "LATE"), ESCROW_FUNDED);

        assertThat(effects)
                .containsExactly(
                        new FundEscrow(ORDER, 1),
                        new ReportRefusal(ORDER, "INSUFFICIENT_FUNDS", LATER),
                        new FundEscrow(ORDER, 2),
                        new ConfirmFunding(ORDER, LATER));
    }

    @Test
    void aSilentPaymentIsAskedFiveTimesWithGrowingPatienceThenOperatorsAreCalled() {
        Funding state = process.react(NOT_REQUESTED, REQUEST).next();
        var waits = new ArrayList<Duration>();
        var now = REQUEST.at();
        while (!(state instanceof Unanswered)) {
            var deadline = process.deadline(state).orElseThrow();
            waits.add(Duration.between(now, deadline));
            now = deadline;
            var reaction = process.react(state, new DeadlinePassed(now));
            assertThat(reaction.effects()).containsExactly(new FundEscrow(ORDER, 1));
            state = reaction.next();
        }

        assertThat(waits.stream().map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 960L);
    }

    @Test
    void aLateAnswerFreesAStuckProcess() {
        assertThat(process.react(UNANSWERED, ESCROW_FUNDED).next()).isEqualTo(FUNDED);
    }

    @Test
    void moneyThatCrossesACancellationIsTakenBackByPaymentNotByUs() {
        var effects = hear(REQUEST, CANCEL, ESCROW_FUNDED, ESCROW_CANCELLED, ESCROW_CANCELLED);

        assertThat(effects)
                .containsExactly(
                        new FundEscrow(ORDER, 1),
                        new CancelEscrow(ORDER, CLIENT),
                        new ConfirmClosing(ORDER, CLIENT, LATER));
    }

    @Test
    void aCancellationThatCrossesTheMoneyClosesTheFundedEscrow() {
        var effects = hear(REQUEST, ESCROW_FUNDED, CANCEL, ESCROW_FUNDED, ESCROW_CANCELLED);

        assertThat(effects)
                .containsExactly(
                        new FundEscrow(ORDER, 1),
                        new ConfirmFunding(ORDER, LATER),
                        new CancelEscrow(ORDER, CLIENT),
                        new ConfirmClosing(ORDER, CLIENT, LATER));
    }

    @Test
    void timeIsUpAfterFortyEightHoursWithoutMoney() {
        var effects = hear(REQUEST, FAILED, TIME_IS_UP, REQUEST, ESCROW_CANCELLED);

        assertThat(effects)
                .containsExactly(
                        new FundEscrow(ORDER, 1),
                        new ReportRefusal(ORDER, "INSUFFICIENT_FUNDS", LATER),
                        new CancelEscrow(ORDER, FUNDING_TIMEOUT),
                        new ConfirmClosing(ORDER, FUNDING_TIMEOUT, LATER));
    }

    @Test
    void anEndedFundingStartsOverWithANewEscrowAndIgnoresTheOldOne() {
        var effects =
                hear(
                        REQUEST,
                        CANCEL,
                        ESCROW_CANCELLED,
                        NEW_REQUEST,
                        ESCROW_FUNDED,
                        ESCROW_CANCELLED,
                        new EscrowFunded(NEW_ESCROW, LATER));

        assertThat(effects)
                .containsExactly(
                        new FundEscrow(ORDER, 1),
                        new CancelEscrow(ORDER, CLIENT),
                        new ConfirmClosing(ORDER, CLIENT, LATER),
                        new FundEscrow(NEW_ORDER, 1),
                        new ConfirmFunding(NEW_ORDER, LATER));
    }

    @Test
    void everyStateThatWaitsHasADeadlineAndEveryDeadlineMovesOn() {
        for (var state : STATES) {
            var ended =
                    state instanceof NotRequested
                            || state instanceof Funding.Funded
                            || state instanceof Closed;
            assertThat(process.deadline(state).isEmpty()).as("%s", state).isEqualTo(ended);
            process.deadline(state)
                    .ifPresent(at -> {
                        var next = process.react(state, new DeadlinePassed(at)).next();
                        assertThat(process.deadline(next).orElseThrow()).isAfter(at);
                    });
        }
    }

    @Test
    void aLongStandstillOfOurOwnCostsPaymentNoPatience() {
        var afterAnHour = ANSWER_BY.plus(Duration.ofHours(1));

        var next = process.react(REQUESTED, new DeadlinePassed(afterAnHour)).next();

        assertThat(process.deadline(next)).contains(afterAnHour.plusSeconds(60));
    }

    /**
     * Whatever arrives in whatever order: confirmed only after payment said so and before anything
     * was closed, one escrow per order, one closing refund, and after an order to close nothing is
     * ordered for that escrow again.
     */
    @Test
    void neverConfirmsWithoutMoneyAndNeverFundsWhatItCloses() {
        Seeds.forAll(
                2_000,
                any -> {
                    Funding state = process.react(NOT_REQUESTED, REQUEST).next();
                    var closing = false;
                    var now = REQUEST.at();
                    for (var step = 0; step < 30; step++) {
                        now = any.instantWithin(Duration.ofHours(3), now);
                        var signal = anySignal(any, now);
                        if (state instanceof Funding.Funded && signal instanceof EscrowCancelled) {
                            continue; // Payment never does this; see the table.
                        }
                        var reaction = process.react(state, signal);
                        for (var effect : reaction.effects()) {
                            assertThat(effect.order()).isEqualTo(ORDER);
                            switch (effect) {
                                case ConfirmFunding _ -> {
                                    assertThat(signal).isInstanceOf(EscrowFunded.class);
                                    assertThat(closing).isFalse();
                                }
                                case FundEscrow _ -> assertThat(closing).isFalse();
                                case CancelEscrow _ -> closing = true;
                                case ConfirmClosing _ ->
                                        assertThat(signal).isInstanceOf(EscrowCancelled.class);
                                case ReportRefusal _ ->
                                        assertThat(signal).isInstanceOf(EscrowFundingFailed.class);
                            }
                        }
                        state = reaction.next();
                        closing = closing || state instanceof Closed;
                    }
                });
    }

    /** However the talk went, time alone brings every process to an end or before operators. */
    @Test
    void alwaysComesToAnEndOrToOperators() {
        Seeds.forAll(
                500,
                any -> {
                    Funding state = process.react(NOT_REQUESTED, REQUEST).next();
                    for (var signal : any.listOf(10, () -> anySignal(any, LATER))) {
                        if (!(state instanceof Funding.Funded
                                && signal instanceof EscrowCancelled)) {
                            state = process.react(state, signal).next();
                        }
                    }
                    for (var patience = 0; patience < 100; patience++) {
                        var deadline = process.deadline(state);
                        if (deadline.isPresent()) {
                            state = process.react(state, new DeadlinePassed(deadline.get())).next();
                        }
                    }
                    assertThat(state.getClass())
                            .isIn(
                                    Set.of(
                                            Funding.Funded.class,
                                            Closed.class,
                                            CloseUnanswered.class));
                });
    }

    private static FundingSignal anySignal(Seeds any, Instant now) {
        return any.oneOf(
                new FundingRequested(ORDER, FUND_BEFORE, now),
                new EscrowFunded(ORDER.escrow(), now),
                new EscrowFundingFailed(
                        ORDER.escrow(),
                        any.intBetween(1, 3),
                        any.oneOf("INSUFFICIENT_FUNDS", "ESCROW_CANCELLED", "TERMS_DIFFER"),
                        now),
                new EscrowCancelled(ORDER.escrow(), now),
                new CancellationRequested(CLIENT, now),
                new DeadlinePassed(now),
                new RetryOrdered(now),
                new SkipOrdered(now),
                new CompensationOrdered(now));
    }

    private List<FundingEffect> hear(FundingSignal... signals) {
        Funding state = NOT_REQUESTED;
        var effects = new ArrayList<FundingEffect>();
        for (var signal : signals) {
            var reaction = process.react(state, signal);
            effects.addAll(reaction.effects());
            state = reaction.next();
        }
        return effects;
    }
}
