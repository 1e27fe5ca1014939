package guildhall.runtime.process;

import guildhall.runtime.decide.Reaction;
import java.time.Instant;
import java.util.Optional;

/**
 * Adapts one pure process manager to the store.
 *
 * @param <S> state, a sealed interface of records; stored as JSON with the simple name of the
 *     record
 * @param <I> signal
 * @param <F> effect
 */
public interface ProcessManager<S, I, F> {
    /**
     * Stored with every instance and shown to operators: never change it. Example: {@code hiring}.
     */
    String type();

    /** The sealed interface of the states. */
    Class<S> stateType();

    /** The state of a process that has not been heard of. */
    S initial();

    /** Pure. */
    Reaction<S, F> react(S state, I signal);

    /** Whether an operator should look, or nobody needs to any more. */
    ProcessStatus statusOf(S state);

    /** Until when this state waits at most; empty only when it has ended. */
    Optional<Instant> deadlineOf(S state);

    /** The signal for a deadline that passed. */
    I deadlinePassed(Instant deadline);

    /** The signal for an act of an operator. */
    I operatorAct(OperatorAct act, Instant at);

    /** Runs one effect in the transaction of the step: outbox rows, writes to the own database. */
    void perform(String businessKey, F effect);
}
