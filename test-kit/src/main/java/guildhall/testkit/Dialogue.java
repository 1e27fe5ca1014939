package guildhall.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A whole conversation with a process manager: signal by signal, the state that it must move to and
 * the effects that it must ask for. A failure shows the transcript so far. The functions of any
 * process manager fit.
 *
 * <pre>{@code
 * Dialogue.of(MilestoneFunding.initial(), MilestoneFunding::react, Reaction::next, Reaction::effects)
 *         .on(requested).then(new AwaitingHold(…), new HoldEscrow(…), new WakeAt(…))
 *         .on(escrowHeld).then(new Held(…), new ConfirmFunding(…))
 *         .on(escrowHeld).isIgnored();
 * }</pre>
 *
 * @param <S> state
 * @param <I> signal
 * @param <F> effect
 */
public final class Dialogue<S, I, F> {
    /** One step, whatever the type of the reaction. */
    private record Step<S, F>(S next, List<F> effects) {}

    private final BiFunction<S, I, Step<S, F>> react;
    private final List<String> transcript = new ArrayList<>();
    private final List<F> effects = new ArrayList<>();
    private S state;

    private Dialogue(S initial, BiFunction<S, I, Step<S, F>> react) {
        this.state = initial;
        this.react = react;
        transcript.add("at first             " + initial);
    }

    /**
     * @param next the state in a reaction
     * @param effects the effects in a reaction
     */
    public static <S, I, F, R> Dialogue<S, I, F> of(
            S initial,
            BiFunction<S, I, R> react,
            Function<R, S> next,
            Function<R, List<F>> effects) {
        return new Dialogue<>(
                initial,
                (state, signal) -> {
                    var reaction = react.apply(state, signal);
                    return new Step<>(next.apply(reaction), effects.apply(reaction));
                });
    }

    /** Tells the process manager something; say next what must come of it. */
    public Turn on(I signal) {
        var before = state;
        var step = react.apply(before, signal);
        state = step.next();
        effects.addAll(step.effects());
        transcript.add("on  " + signal);
        transcript.add("    moves to         " + step.next());
        step.effects().forEach(effect -> transcript.add("    asks for         " + effect));
        return new Turn(before, step);
    }

    /** The state after the last signal. */
    public S state() {
        return state;
    }

    /** All effects so far, in order. */
    public List<F> effects() {
        return List.copyOf(effects);
    }

    /** Everything that was said, one line each. */
    public String transcript() {
        return String.join(System.lineSeparator(), transcript);
    }

    /** The reaction to one signal. */
    public final class Turn {
        private final S before;
        private final Step<S, F> step;

        private Turn(S before, Step<S, F> step) {
            this.before = before;
            this.step = step;
        }

        /** The reaction must be exactly this, effects in order. */
        @SafeVarargs
        public final Dialogue<S, I, F> then(S expected, F... expectedEffects) {
            return check(new Step<>(expected, List.of(expectedEffects)));
        }

        /** Repeated, late or irrelevant: the state stays and nothing is asked for. */
        public Dialogue<S, I, F> isIgnored() {
            return check(new Step<>(before, List.of()));
        }

        private Dialogue<S, I, F> check(Step<S, F> expected) {
            if (!step.equals(expected)) {
                throw new AssertionError(
                        "%s%nbut should%n    move to          %s%n    ask for          %s"
                                .formatted(transcript(), expected.next(), expected.effects()));
            }
            return Dialogue.this;
        }
    }
}
