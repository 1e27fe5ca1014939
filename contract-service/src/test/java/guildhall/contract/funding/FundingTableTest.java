package guildhall.contract.funding;

import static guildhall.contract.agreement.CancellationReason.*;
import static guildhall.contract.funding.SampleFunding.*;
import static guildhall.runtime.decide.Reaction.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.funding.Funding.*;
import guildhall.contract.funding.FundingEffect.*;
import guildhall.contract.funding.FundingSignal.*;
import guildhall.runtime.decide.Reaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every signal in every state; {@link #knowsEveryPair} counts them. */
class FundingTableTest {
    record Row(Funding state, FundingSignal signal, Reaction<Funding, FundingEffect> reaction) {}

    record Pair(Class<?> state, Class<?> signal) {}

    /** What a process that was never started cannot hear without somebody having made a mistake. */
    static final List<FundingSignal> MISTAKES =
            List.of(
                    ESCROW_FUNDED,
                    FAILED,
                    ESCROW_CANCELLED,
                    CANCEL,
                    KNOCK,
                    RETRY,
                    SKIP,
                    COMPENSATE);

    static final List<Row> ROWS =
            Stream.of(
                            fromTheStart(),
                            whileRequested(),
                            whileUnanswered(),
                            whileRefused(),
                            whileClosing(),
                            whileCloseUnanswered(),
                            onceFunded(),
                            onceClosed())
                    .flatMap(List::stream)
                    .toList();

    final FundingProcess process = new FundingProcess(POLICY);

    @ParameterizedTest
    @FieldSource("ROWS")
    void reacts(Row row) {
        assertThat(process.react(row.state(), row.signal())).isEqualTo(row.reaction());
    }

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void wasNeverRequested(FundingSignal signal) {
        assertThatIllegalStateException().isThrownBy(() -> process.react(NOT_REQUESTED, signal));
    }

    @Test
    void refusesToLoseMoneyThatSomebodyElseTookOut() {
        assertThatIllegalStateException().isThrownBy(() -> process.react(FUNDED, ESCROW_CANCELLED));
    }

    @Test
    void knowsEveryPair() {
        var pairs =
                new ArrayList<>(
                        ROWS.stream()
                                .map(r -> new Pair(r.state().getClass(), r.signal().getClass()))
                                .toList());
        MISTAKES.forEach(m -> pairs.add(new Pair(NotRequested.class, m.getClass())));
        pairs.add(new Pair(Funded.class, EscrowCancelled.class));

        assertThat(pairs.stream().distinct()).hasSize(8 * 9);
    }

    private static List<Row> fromTheStart() {
        return List.of(row(NOT_REQUESTED, REQUEST, requested(1), fund(ORDER, 1)));
    }

    private static List<Row> whileRequested() {
        return List.of(
                row(REQUESTED, REQUEST, REQUESTED),
                row(REQUESTED, ESCROW_FUNDED, FUNDED, confirmed()),
                row(REQUESTED, FAILED, REFUSED, reported()),
                row(REQUESTED, failed(2, "INSUFFICIENT_FUNDS"), REQUESTED),
                row(
                        REQUESTED,
                        failed(1, "ESCROW_CANCELLED"),
                        closing(ESCROW_CLOSED),
                        cancel(ESCROW_CLOSED)),
                row(REQUESTED, failed(1, "TERMS_DIFFER"), stuck("TERMS_DIFFER")),
                row(REQUESTED, ESCROW_CANCELLED, closed(ESCROW_CLOSED), nothingHeld(ESCROW_CLOSED)),
                row(REQUESTED, CANCEL, closing(CLIENT), cancel(CLIENT)),
                row(REQUESTED, TOO_EARLY, REQUESTED),
                row(REQUESTED, ANSWER_OVERDUE, repeatedOnce(), fund(ORDER, 1)),
                row(
                        REQUESTED,
                        TIME_IS_UP,
                        closingSince(TIME_IS_UP, FUNDING_TIMEOUT),
                        cancel(FUNDING_TIMEOUT)),
                row(REQUESTED, RETRY, requested(1), fund(ORDER, 1)),
                row(REQUESTED, SKIP, REQUESTED),
                row(REQUESTED, COMPENSATE, closing(OPERATOR), cancel(OPERATOR)));
    }

    private static List<Row> whileUnanswered() {
        return List.of(
                row(UNANSWERED, REQUEST, UNANSWERED),
                row(UNANSWERED, ESCROW_FUNDED, FUNDED, confirmed()),
                row(UNANSWERED, FAILED, REFUSED, reported()),
                row(UNANSWERED, failed(0, "INSUFFICIENT_FUNDS"), UNANSWERED),
                row(
                        UNANSWERED,
                        ESCROW_CANCELLED,
                        closed(ESCROW_CLOSED),
                        nothingHeld(ESCROW_CLOSED)),
                row(UNANSWERED, CANCEL, closing(CLIENT), cancel(CLIENT)),
                row(UNANSWERED, TOO_EARLY, UNANSWERED),
                row(
                        UNANSWERED,
                        KNOCK,
                        new Unanswered(
                                ORDER,
                                1,
                                "NO_ANSWER",
                                KNOCK_AT.plus(Duration.ofHours(1)),
                                FUND_BEFORE),
                        fund(ORDER, 1)),
                row(
                        UNANSWERED,
                        TIME_IS_UP,
                        closingSince(TIME_IS_UP, FUNDING_TIMEOUT),
                        cancel(FUNDING_TIMEOUT)),
                row(UNANSWERED, RETRY, requested(1), fund(ORDER, 1)),
                row(UNANSWERED, SKIP, UNANSWERED),
                row(UNANSWERED, COMPENSATE, closing(OPERATOR), cancel(OPERATOR)));
    }

    private static List<Row> whileRefused() {
        return List.of(
                row(REFUSED, REQUEST, requested(2), fund(ORDER, 2)),
                row(REFUSED, new FundingRequested(ORDER, FUND_BEFORE, FUND_BEFORE), REFUSED),
                row(REFUSED, ESCROW_FUNDED, FUNDED, confirmed()),
                row(REFUSED, FAILED, REFUSED),
                row(REFUSED, ESCROW_CANCELLED, closed(ESCROW_CLOSED), nothingHeld(ESCROW_CLOSED)),
                row(REFUSED, CANCEL, closing(CLIENT), cancel(CLIENT)),
                row(REFUSED, TOO_EARLY, REFUSED),
                row(
                        REFUSED,
                        TIME_IS_UP,
                        closingSince(TIME_IS_UP, FUNDING_TIMEOUT),
                        cancel(FUNDING_TIMEOUT)),
                row(REFUSED, RETRY, requested(2), fund(ORDER, 2)),
                row(REFUSED, SKIP, REFUSED),
                row(REFUSED, COMPENSATE, closing(OPERATOR), cancel(OPERATOR)));
    }

    private static List<Row> whileClosing() {
        return List.of(
                row(CLOSING, REQUEST, CLOSING),
                row(CLOSING, NEW_REQUEST, CLOSING),
                row(CLOSING, ESCROW_FUNDED, CLOSING),
                row(CLOSING, FAILED, CLOSING),
                row(CLOSING, ESCROW_CANCELLED, CLOSED, nothingHeld(TALENT)),
                row(CLOSING, CANCEL, CLOSING),
                row(CLOSING, TOO_EARLY, CLOSING),
                row(
                        CLOSING,
                        ANSWER_OVERDUE,
                        new Closing(ORDER, TALENT, 1, ANSWER_BY.plusSeconds(60)),
                        cancel(TALENT)),
                row(
                        new Closing(ORDER, TALENT, 5, ANSWER_BY),
                        ANSWER_OVERDUE,
                        new CloseUnanswered(ORDER, TALENT, ANSWER_BY.plus(Duration.ofHours(1))),
                        cancel(TALENT)),
                row(CLOSING, RETRY, closing(TALENT), cancel(TALENT)),
                row(CLOSING, SKIP, CLOSING),
                row(CLOSING, COMPENSATE, CLOSING));
    }

    private static List<Row> whileCloseUnanswered() {
        return List.of(
                row(CLOSE_UNANSWERED, REQUEST, CLOSE_UNANSWERED),
                row(CLOSE_UNANSWERED, ESCROW_FUNDED, CLOSE_UNANSWERED),
                row(CLOSE_UNANSWERED, FAILED, CLOSE_UNANSWERED),
                row(CLOSE_UNANSWERED, ESCROW_CANCELLED, CLOSED, nothingHeld(TALENT)),
                row(CLOSE_UNANSWERED, CANCEL, CLOSE_UNANSWERED),
                row(CLOSE_UNANSWERED, TOO_EARLY, CLOSE_UNANSWERED),
                row(
                        CLOSE_UNANSWERED,
                        KNOCK,
                        new CloseUnanswered(ORDER, TALENT, KNOCK_AT.plus(Duration.ofHours(1))),
                        cancel(TALENT)),
                row(CLOSE_UNANSWERED, RETRY, closing(TALENT), cancel(TALENT)),
                row(CLOSE_UNANSWERED, SKIP, CLOSE_UNANSWERED),
                row(CLOSE_UNANSWERED, COMPENSATE, CLOSE_UNANSWERED));
    }

    private static List<Row> onceFunded() {
        return List.of(
                row(FUNDED, REQUEST, FUNDED),
                row(FUNDED, ESCROW_FUNDED, FUNDED),
                row(FUNDED, FAILED, FUNDED),
                row(FUNDED, new EscrowCancelled(NEW_ESCROW, LATER), FUNDED),
                row(FUNDED, CANCEL, closing(CLIENT), cancel(CLIENT)),
                row(FUNDED, TIME_IS_UP, FUNDED),
                row(FUNDED, RETRY, FUNDED),
                row(FUNDED, SKIP, FUNDED),
                row(FUNDED, COMPENSATE, FUNDED));
    }

    private static List<Row> onceClosed() {
        return List.of(
                row(CLOSED, REQUEST, CLOSED),
                row(
                        CLOSED,
                        NEW_REQUEST,
                        new Requested(NEW_ORDER, 1, 0, LATER.plusSeconds(30), FUND_BEFORE),
                        fund(NEW_ORDER, 1)),
                row(CLOSED, ESCROW_FUNDED, CLOSED, cancel(TALENT)),
                row(CLOSED, new EscrowFunded(NEW_ESCROW, LATER), CLOSED),
                row(CLOSED, FAILED, CLOSED),
                row(CLOSED, ESCROW_CANCELLED, CLOSED),
                row(CLOSED, CANCEL, CLOSED),
                row(CLOSED, TIME_IS_UP, CLOSED),
                row(CLOSED, RETRY, CLOSED),
                row(CLOSED, SKIP, CLOSED),
                row(CLOSED, COMPENSATE, CLOSED));
    }

    private static Row row(
            Funding state, FundingSignal signal, Funding next, FundingEffect... effects) {
        return new Row(state, signal, then(next, effects));
    }

    private static Funding requested(int attempt) {
        return new Requested(ORDER, attempt, 0, LATER.plusSeconds(30), FUND_BEFORE);
    }

    private static Funding repeatedOnce() {
        return new Requested(ORDER, 1, 1, ANSWER_BY.plusSeconds(60), FUND_BEFORE);
    }

    private static Funding stuck(String fault) {
        return new Unanswered(ORDER, 1, fault, LATER.plus(Duration.ofHours(1)), FUND_BEFORE);
    }

    private static Funding closing(CancellationReason reason) {
        return new Closing(ORDER, reason, 0, LATER.plusSeconds(30));
    }

    private static Funding closingSince(DeadlinePassed passed, CancellationReason reason) {
        return new Closing(ORDER, reason, 0, passed.at().plusSeconds(30));
    }

    private static Funding closed(CancellationReason reason) {
        return new Closed(ORDER, reason);
    }

    private static FundingEffect fund(EscrowOrder order, int attempt) {
        return new FundEscrow(order, attempt);
    }

    private static FundingEffect cancel(CancellationReason reason) {
        return new CancelEscrow(ORDER, reason);
    }

    private static FundingEffect confirmed() {
        return new ConfirmFunding(ORDER, LATER);
    }

    private static FundingEffect reported() {
        return new ReportRefusal(ORDER, "INSUFFICIENT_FUNDS", LATER);
    }

    private static FundingEffect nothingHeld(CancellationReason reason) {
        return new ConfirmClosing(ORDER, reason, LATER);
    }
}
