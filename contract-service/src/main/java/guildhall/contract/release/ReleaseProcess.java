package guildhall.contract.release;

import static guildhall.runtime.decide.Reaction.then;

import guildhall.contract.release.Release.*;
import guildhall.contract.release.ReleaseEffect.*;
import guildhall.contract.release.ReleaseSignal.*;
import guildhall.runtime.decide.Reaction;
import java.time.Instant;
import java.util.Optional;

/** Turns an approval into money, however long it takes, exactly once. */
public record ReleaseProcess(ReleasePolicy policy) {
    private static final String NO_ANSWER = "NO_ANSWER";
    private static final String FROZEN = "FROZEN";

    public Reaction<Release, ReleaseEffect> react(Release state, ReleaseSignal signal) {
        return switch (state) {
            case NotApproved _ -> whenNotApproved(signal);
            case Ordered ordered
                    when signal instanceof Answer answer
                            && !answer.release().equals(ordered.order().release()) ->
                    then(ordered);
            case Releasing releasing -> whenReleasing(releasing, signal);
            case Frozen frozen -> whenFrozen(frozen, signal);
            case Stuck stuck -> whenStuck(stuck, signal);
            case Released released -> then(released); // Ended: whatever comes is an echo.
        };
    }

    /** Until when this state waits; empty once nothing is awaited. */
    public Optional<Instant> deadline(Release state) {
        return switch (state) {
            case Releasing r -> Optional.of(r.answerBy());
            case Frozen f -> Optional.of(f.knockAt());
            case Stuck s -> Optional.of(s.knockAt());
            case NotApproved _, Released _ -> Optional.empty();
        };
    }

    private Reaction<Release, ReleaseEffect> whenNotApproved(ReleaseSignal signal) {
        return switch (signal) {
            case WorkApproved(var order, var at) -> send(order, at);
            case Answer _, DeadlinePassed _, RetryOrdered _, SkipOrdered _, CompensationOrdered _ ->
                    throw new IllegalStateException("Nothing was approved: " + signal);
        };
    }

    private Reaction<Release, ReleaseEffect> whenReleasing(
            Releasing waiting, ReleaseSignal signal) {
        return switch (signal) {
            case EscrowReleased released -> paid(waiting, released);
            case ReleaseRejected(_, var reason, var at) when reason.equals(FROZEN) ->
                    then(new Frozen(waiting.order(), at.plus(policy.knockEvery())));
            // Asked again when the wait is over, as if there had been no answer.
            case ReleaseRejected(_, var reason, _) ->
                    then(
                            new Releasing(
                                    waiting.order(),
                                    waiting.repeated(),
                                    reason,
                                    waiting.answerBy()));
            case DeadlinePassed(var at) when !at.isBefore(waiting.answerBy()) ->
                    repeat(waiting, at);
            case RetryOrdered(var at) -> send(waiting.order(), at);
            case WorkApproved _, DeadlinePassed _, SkipOrdered _, CompensationOrdered _ ->
                    then(waiting);
        };
    }

    private Reaction<Release, ReleaseEffect> repeat(Releasing waiting, Instant now) {
        var again = new ReleaseEscrow(waiting.order());
        if (waiting.repeated() == policy.repetitions()) {
            return then(stuck(waiting, waiting.problem(), now), again);
        }
        var repeated = waiting.repeated() + 1;
        return then(
                new Releasing(
                        waiting.order(),
                        repeated,
                        waiting.problem(),
                        now.plus(policy.patience(repeated))),
                again);
    }

    private Reaction<Release, ReleaseEffect> whenFrozen(Frozen frozen, ReleaseSignal signal) {
        return switch (signal) {
            case EscrowReleased released -> paid(frozen, released);
            case ReleaseRejected(_, var reason, _) when reason.equals(FROZEN) -> then(frozen);
            case ReleaseRejected(_, var reason, var at) -> then(stuck(frozen, reason, at));
            case DeadlinePassed(var at) when !at.isBefore(frozen.knockAt()) ->
                    then(
                            new Frozen(frozen.order(), at.plus(policy.knockEvery())),
                            new ReleaseEscrow(frozen.order()));
            case RetryOrdered(var at) -> send(frozen.order(), at);
            case WorkApproved _, DeadlinePassed _, SkipOrdered _, CompensationOrdered _ ->
                    then(frozen);
        };
    }

    private Reaction<Release, ReleaseEffect> whenStuck(Stuck stuck, ReleaseSignal signal) {
        return switch (signal) {
            case EscrowReleased released -> paid(stuck, released);
            case ReleaseRejected(_, var reason, var at) when reason.equals(FROZEN) ->
                    then(new Frozen(stuck.order(), at.plus(policy.knockEvery())));
            case ReleaseRejected(_, var reason, _) ->
                    then(new Stuck(stuck.order(), reason, stuck.knockAt()));
            case DeadlinePassed(var at) when !at.isBefore(stuck.knockAt()) ->
                    then(stuck(stuck, stuck.problem(), at), new ReleaseEscrow(stuck.order()));
            case RetryOrdered(var at) -> send(stuck.order(), at);
            case WorkApproved _, DeadlinePassed _, SkipOrdered _, CompensationOrdered _ ->
                    then(stuck);
        };
    }

    /** Sends the command now and waits with fresh patience. */
    private Reaction<Release, ReleaseEffect> send(ReleaseOrder order, Instant now) {
        return then(
                new Releasing(order, 0, NO_ANSWER, now.plus(policy.patience(0))),
                new ReleaseEscrow(order));
    }

    private Stuck stuck(Unpaid unpaid, String problem, Instant now) {
        return new Stuck(unpaid.order(), problem, now.plus(policy.knockEvery()));
    }

    private static Reaction<Release, ReleaseEffect> paid(Unpaid unpaid, EscrowReleased released) {
        return then(
                new Released(unpaid.order()), new ConfirmPaid(unpaid.order(), released.payment()));
    }
}
