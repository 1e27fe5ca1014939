package guildhall.contract.funding;

import static guildhall.contract.agreement.CancellationReason.*;
import static guildhall.runtime.decide.Reaction.then;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.funding.Funding.*;
import guildhall.contract.funding.FundingEffect.*;
import guildhall.contract.funding.FundingSignal.*;
import guildhall.runtime.decide.Reaction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Brings the money of a milestone into escrow and never leaves an escrow without an owner. */
public record FundingProcess(FundingPolicy policy) {
    /** Refusals that say that this escrow can never be funded. */
    private static final String ESCROW_IS_CLOSED = "ESCROW_CANCELLED";

    /** Refusals that only operators can heal. */
    private static final Set<String> OUR_FAULT = Set.of("TERMS_DIFFER");

    public Reaction<Funding, FundingEffect> react(Funding state, FundingSignal signal) {
        return switch (state) {
            case NotRequested _ -> whenNotRequested(signal);
            // Payment may still speak about an escrow that a newer one replaced.
            case Ordered ordered
                    when signal instanceof Answer answer
                            && !answer.escrow().equals(ordered.order().escrow()) ->
                    then(ordered);
            case Requested requested -> whenRequested(requested, signal);
            case Unanswered unanswered -> whenUnanswered(unanswered, signal);
            case Refused refused -> whenRefused(refused, signal);
            case BeingClosed closing -> whenClosing(closing, signal);
            case Funded funded -> whenFunded(funded, signal);
            case Closed closed -> whenClosed(closed, signal);
        };
    }

    /** Until when this state waits; empty once nothing is awaited. */
    public Optional<Instant> deadline(Funding state) {
        return switch (state) {
            case Requested r -> Optional.of(earlier(r.answerBy(), r.fundBefore()));
            case Unanswered u -> Optional.of(earlier(u.knockAt(), u.fundBefore()));
            case Refused r -> Optional.of(r.fundBefore());
            case Closing c -> Optional.of(c.answerBy());
            case CloseUnanswered c -> Optional.of(c.knockAt());
            case NotRequested _, Funded _, Closed _ -> Optional.empty();
        };
    }

    private Reaction<Funding, FundingEffect> whenNotRequested(FundingSignal signal) {
        return switch (signal) {
            case FundingRequested request -> order(request);
            case Answer _,
                    CancellationRequested _,
                    DeadlinePassed _,
                    RetryOrdered _,
                    SkipOrdered _,
                    CompensationOrdered _ ->
                    throw new IllegalStateException("Funding was never requested: " + signal);
        };
    }

    private Reaction<Funding, FundingEffect> whenRequested(
            Requested waiting, FundingSignal signal) {
        return switch (signal) {
            case EscrowFunded funded -> confirmed(waiting, funded);
            case EscrowFundingFailed failed -> refused(waiting, failed);
            case EscrowCancelled cancelled -> closed(waiting, ESCROW_CLOSED, cancelled.at());
            case CancellationRequested request -> close(waiting, request.reason(), request.at());
            case CompensationOrdered order -> close(waiting, OPERATOR, order.at());
            case DeadlinePassed passed -> overdue(waiting, passed.at());
            case RetryOrdered retry -> ask(waiting, waiting.attempt(), retry.at());
            case FundingRequested _, SkipOrdered _ -> then(waiting);
        };
    }

    private Reaction<Funding, FundingEffect> overdue(Requested waiting, Instant now) {
        if (!now.isBefore(waiting.fundBefore())) {
            return close(waiting, FUNDING_TIMEOUT, now);
        }
        if (now.isBefore(waiting.answerBy())) {
            return then(waiting); // Woken too early.
        }
        var order = waiting.order();
        var again = new FundEscrow(order, waiting.attempt());
        if (waiting.repeated() == policy.repetitions()) {
            return then(unanswered(waiting, "NO_ANSWER", now), again);
        }
        var repeated = waiting.repeated() + 1;
        return then(
                new Requested(
                        order,
                        waiting.attempt(),
                        repeated,
                        now.plus(policy.patience(repeated)),
                        waiting.fundBefore()),
                again);
    }

    private Reaction<Funding, FundingEffect> whenUnanswered(
            Unanswered stuck, FundingSignal signal) {
        return switch (signal) {
            case EscrowFunded funded -> confirmed(stuck, funded);
            case EscrowFundingFailed failed -> refused(stuck, failed);
            case EscrowCancelled cancelled -> closed(stuck, ESCROW_CLOSED, cancelled.at());
            case CancellationRequested request -> close(stuck, request.reason(), request.at());
            case CompensationOrdered order -> close(stuck, OPERATOR, order.at());
            case DeadlinePassed passed when !passed.at().isBefore(stuck.fundBefore()) ->
                    close(stuck, FUNDING_TIMEOUT, passed.at());
            case DeadlinePassed passed when !passed.at().isBefore(stuck.knockAt()) ->
                    then(
                            unanswered(stuck, stuck.fault(), passed.at()),
                            new FundEscrow(stuck.order(), stuck.attempt()));
            case RetryOrdered retry -> ask(stuck, stuck.attempt(), retry.at());
            case DeadlinePassed _, FundingRequested _, SkipOrdered _ -> then(stuck);
        };
    }

    private Reaction<Funding, FundingEffect> whenRefused(Refused refused, FundingSignal signal) {
        return switch (signal) {
            // Payment remembers its answer to an attempt, so asking again is a new attempt.
            case FundingRequested again when again.at().isBefore(refused.fundBefore()) ->
                    ask(refused, refused.attempt() + 1, again.at());
            case RetryOrdered retry -> ask(refused, refused.attempt() + 1, retry.at());
            case EscrowFunded funded -> confirmed(refused, funded);
            case EscrowCancelled cancelled -> closed(refused, ESCROW_CLOSED, cancelled.at());
            case CancellationRequested request -> close(refused, request.reason(), request.at());
            case CompensationOrdered order -> close(refused, OPERATOR, order.at());
            case DeadlinePassed passed when !passed.at().isBefore(refused.fundBefore()) ->
                    close(refused, FUNDING_TIMEOUT, passed.at());
            case FundingRequested _, DeadlinePassed _, EscrowFundingFailed _, SkipOrdered _ ->
                    then(refused);
        };
    }

    private Reaction<Funding, FundingEffect> whenClosing(
            BeingClosed closing, FundingSignal signal) {
        return switch (signal) {
            case EscrowCancelled cancelled -> closed(closing, closing.reason(), cancelled.at());
            case DeadlinePassed passed -> closeOverdue(closing, passed.at());
            case RetryOrdered retry -> close(closing, closing.reason(), retry.at());
            // The order to close is behind the answers to earlier orders and undoes them.
            case EscrowFunded _, EscrowFundingFailed _ -> then(closing);
            case FundingRequested _,
                    CancellationRequested _,
                    SkipOrdered _,
                    CompensationOrdered _ ->
                    then(closing);
        };
    }

    private Reaction<Funding, FundingEffect> closeOverdue(BeingClosed closing, Instant now) {
        if (now.isBefore(deadline(closing).orElse(now))) {
            return then(closing); // Woken too early.
        }
        var again = new CancelEscrow(closing.order(), closing.reason());
        return switch (closing) {
            case Closing c when c.repeated() < policy.repetitions() -> {
                var repeated = c.repeated() + 1;
                yield then(
                        new Closing(
                                c.order(),
                                c.reason(),
                                repeated,
                                now.plus(policy.patience(repeated))),
                        again);
            }
            case Closing _, CloseUnanswered _ ->
                    then(
                            new CloseUnanswered(
                                    closing.order(),
                                    closing.reason(),
                                    now.plus(policy.knockEvery())),
                            again);
        };
    }

    private Reaction<Funding, FundingEffect> whenFunded(Funded funded, FundingSignal signal) {
        return switch (signal) {
            case CancellationRequested request -> close(funded, request.reason(), request.at());
            case EscrowCancelled _ ->
                    throw new IllegalStateException("Nobody asked to close " + funded);
            case EscrowFunded _,
                    EscrowFundingFailed _,
                    FundingRequested _,
                    DeadlinePassed _,
                    RetryOrdered _,
                    SkipOrdered _,
                    CompensationOrdered _ ->
                    then(funded);
        };
    }

    private Reaction<Funding, FundingEffect> whenClosed(Closed closed, FundingSignal signal) {
        return switch (signal) {
            case FundingRequested again
                    when !again.order().escrow().equals(closed.order().escrow()) ->
                    order(again);
            // Must not happen once payment confirmed; if it does, the money goes back again.
            case EscrowFunded _ -> then(closed, new CancelEscrow(closed.order(), closed.reason()));
            case FundingRequested _,
                    EscrowFundingFailed _,
                    EscrowCancelled _,
                    CancellationRequested _,
                    DeadlinePassed _,
                    RetryOrdered _,
                    SkipOrdered _,
                    CompensationOrdered _ ->
                    then(closed);
        };
    }

    private Reaction<Funding, FundingEffect> order(FundingRequested request) {
        return then(
                new Requested(
                        request.order(),
                        1,
                        0,
                        request.at().plus(policy.patience(0)),
                        request.fundBefore()),
                new FundEscrow(request.order(), 1));
    }

    /** Sends the command now and waits with fresh patience. */
    private Reaction<Funding, FundingEffect> ask(Open open, int attempt, Instant now) {
        return then(
                new Requested(
                        open.order(), attempt, 0, now.plus(policy.patience(0)), open.fundBefore()),
                new FundEscrow(open.order(), attempt));
    }

    private static Reaction<Funding, FundingEffect> confirmed(Open open, EscrowFunded funded) {
        return then(new Funded(open.order()), new ConfirmFunding(open.order(), funded.at()));
    }

    private Reaction<Funding, FundingEffect> refused(Open open, EscrowFundingFailed failed) {
        if (failed.attempt() != open.attempt()) {
            return then(open); // The answer to an attempt that a newer one replaced.
        }
        if (failed.reason().equals(ESCROW_IS_CLOSED)) {
            return close(open, ESCROW_CLOSED, failed.at());
        }
        if (OUR_FAULT.contains(failed.reason())) {
            return then(unanswered(open, failed.reason(), failed.at()));
        }
        return then(
                new Refused(open.order(), open.attempt(), failed.reason(), open.fundBefore()),
                new ReportRefusal(open.order(), failed.reason(), failed.at()));
    }

    private Unanswered unanswered(Open open, String fault, Instant now) {
        return new Unanswered(
                open.order(),
                open.attempt(),
                fault,
                now.plus(policy.knockEvery()),
                open.fundBefore());
    }

    private Reaction<Funding, FundingEffect> close(
            Ordered ordered, CancellationReason reason, Instant now) {
        return then(
                new Closing(ordered.order(), reason, 0, now.plus(policy.patience(0))),
                new CancelEscrow(ordered.order(), reason));
    }

    private static Reaction<Funding, FundingEffect> closed(
            Ordered ordered, CancellationReason reason, Instant at) {
        return then(
                new Closed(ordered.order(), reason),
                new ConfirmClosing(ordered.order(), reason, at));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
