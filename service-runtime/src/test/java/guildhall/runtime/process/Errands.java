package guildhall.runtime.process;

import guildhall.runtime.decide.Reaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Adapts {@link Errand}; a test says what happens to its effects. */
public final class Errands implements ProcessManager<Errand, Errand.Signal, Errand.Told> {
    private final BiConsumer<String, String> telling;

    public Errands(BiConsumer<String, String> telling) {
        this.telling = telling;
    }

    @Override
    public String type() {
        return "errand";
    }

    @Override
    public Class<Errand> stateType() {
        return Errand.class;
    }

    @Override
    public Errand initial() {
        return new Errand.Unheard();
    }

    @Override
    public Reaction<Errand, Errand.Told> react(Errand state, Errand.Signal signal) {
        return Errand.react(state, signal);
    }

    @Override
    public ProcessStatus statusOf(Errand state) {
        return Errand.statusOf(state);
    }

    @Override
    public Optional<Instant> deadlineOf(Errand state) {
        return Errand.deadlineOf(state);
    }

    @Override
    public Errand.Signal deadlinePassed(Instant deadline) {
        return new Errand.Signal.TimedOut(deadline);
    }

    @Override
    public Errand.Signal operatorAct(OperatorAct act, Instant at) {
        return new Errand.Signal.Operated(act, at);
    }

    @Override
    public void perform(String businessKey, Errand.Told effect) {
        telling.accept(businessKey, effect.what());
    }
}
