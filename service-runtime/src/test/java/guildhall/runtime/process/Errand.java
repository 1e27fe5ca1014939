package guildhall.runtime.process;

import static guildhall.runtime.decide.Reaction.then;

import guildhall.runtime.decide.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A small process with every status, to try the store with. */
sealed interface Errand {
    Duration PATIENCE = Duration.ofHours(1);

    record Unheard() implements Errand {}

    record Waiting(int heard, Instant until) implements Errand {}

    record GaveUp(int heard, Instant until) implements Errand {}

    record Done(int heard) implements Errand {}

    sealed interface Signal {
        record Asked(Instant at) implements Signal {}

        record Heard(Instant at) implements Signal {}

        record Finished() implements Signal {}

        record TimedOut(Instant at) implements Signal {}

        record Operated(OperatorAct act, Instant at) implements Signal {}
    }

    record Told(String what) {}

    static Reaction<Errand, Told> react(Errand state, Signal signal) {
        return switch (state) {
            case Unheard unheard ->
                    signal instanceof Signal.Asked(var at)
                            ? then(new Waiting(0, at.plus(PATIENCE)), new Told("asked"))
                            : then(unheard);
            case Waiting waiting -> whenWaiting(waiting, signal);
            case GaveUp gaveUp -> whenGivenUp(gaveUp, signal);
            case Done done -> then(done);
        };
    }

    private static Reaction<Errand, Told> whenWaiting(Waiting waiting, Signal signal) {
        return switch (signal) {
            case Signal.Asked _ -> then(waiting);
            case Signal.Heard(var at) -> {
                var heard = waiting.heard() + 1;
                yield then(new Waiting(heard, at.plus(PATIENCE)), new Told("heard " + heard));
            }
            case Signal.Finished _ -> then(new Done(waiting.heard()), new Told("done"));
            case Signal.TimedOut(var at) ->
                    then(
                            new GaveUp(waiting.heard(), at.plus(PATIENCE.multipliedBy(100))),
                            new Told("timed out"));
            case Signal.Operated _ -> throw new IllegalStateException("Not stuck");
        };
    }

    private static Reaction<Errand, Told> whenGivenUp(GaveUp gaveUp, Signal signal) {
        return switch (signal) {
            case Signal.Operated(var act, var at) ->
                    switch (act) {
                        case RETRY ->
                                then(
                                        new Waiting(gaveUp.heard(), at.plus(PATIENCE)),
                                        new Told("retried"));
                        case SKIP -> then(new Done(gaveUp.heard()), new Told("skipped"));
                        case COMPENSATE -> throw new IllegalStateException("Nothing to undo");
                    };
            case Signal.Asked _, Signal.Heard _, Signal.Finished _, Signal.TimedOut _ ->
                    then(gaveUp);
        };
    }

    static Optional<Instant> deadlineOf(Errand state) {
        return switch (state) {
            case Waiting waiting -> Optional.of(waiting.until());
            case GaveUp gaveUp -> Optional.of(gaveUp.until());
            case Unheard _, Done _ -> Optional.empty();
        };
    }

    static ProcessStatus statusOf(Errand state) {
        return switch (state) {
            case Unheard _, Waiting _ -> ProcessStatus.RUNNING;
            case GaveUp _ -> ProcessStatus.STUCK;
            case Done _ -> ProcessStatus.ENDED;
        };
    }
}
