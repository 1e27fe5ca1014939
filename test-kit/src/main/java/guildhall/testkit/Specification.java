package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Given these events, when this command, then that decision: the behaviour of a decider in the
 * words of its domain. The functions of any decider fit; the decision is compared as a whole value.
 *
 * <pre>{@code
 * private final MilestoneDecider decider = new MilestoneDecider();
 * private final Specification<MilestoneCommand, Milestone, MilestoneEvent,
 *                 Decision<MilestoneEvent, MilestoneRejection>>
 *         milestone = Specification.of(decider.initial(), decider::decide, decider::evolve);
 *
 * @Test
 * void rejectsApprovalBeforeWorkIsSubmitted() {
 *     milestone.given(planned, funded).when(approve).then(reject(new NothingToApprove()));
 * }
 * }</pre>
 *
 * @param <C> command
 * @param <S> state
 * @param <E> event
 * @param <D> decision
 */
public final class Specification<C, S, E, D> {
    private final S initial;
    private final BiFunction<C, S, D> decide;
    private final BiFunction<S, E, S> evolve;

    private Specification(S initial, BiFunction<C, S, D> decide, BiFunction<S, E, S> evolve) {
        this.initial = initial;
        this.decide = decide;
        this.evolve = evolve;
    }

    public static <C, S, E, D> Specification<C, S, E, D> of(
            S initial, BiFunction<C, S, D> decide, BiFunction<S, E, S> evolve) {
        return new Specification<>(initial, decide, evolve);
    }

    /** What has happened so far; nothing at all for a new aggregate. */
    @SafeVarargs
    public final Given given(E... events) {
        return given(List.of(events));
    }

    public Given given(List<? extends E> events) {
        var state = initial;
        for (var event : events) {
            state = evolve.apply(state, event);
        }
        return new Given(List.copyOf(events), state);
    }

    /** A history and the state that it leads to. */
    public final class Given {
        private final List<E> events;
        private final S state;

        private Given(List<E> events, S state) {
            this.events = events;
            this.state = state;
        }

        public When when(C command) {
            return new When(this, command, decide.apply(command, state));
        }

        /** Checks the state that the history leads to. */
        public void leadsTo(S expected) {
            assertThat(state).as("state after %s", events).isEqualTo(expected);
        }

        public S state() {
            return state;
        }
    }

    /** A decided command. */
    public final class When {
        private final Given given;
        private final C command;
        private final D decision;

        private When(Given given, C command, D decision) {
            this.given = given;
            this.command = command;
            this.decision = decision;
        }

        public void then(D expected) {
            assertThat(decision)
                    .as("decision on %s after %s", command, given.events)
                    .isEqualTo(expected);
        }

        public D decision() {
            return decision;
        }
    }
}
