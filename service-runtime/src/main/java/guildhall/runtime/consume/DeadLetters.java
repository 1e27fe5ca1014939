package guildhall.runtime.consume;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that this service set aside, for operators. A DEAD message failed for good; PARKED ones
 * have the same consumer and key and wait behind it, because handling them first would break the
 * order. Both stay until an operator replays or discards the dead one, and then for as long as
 * {@link ConsumeProperties#deadLetterRetention} says.
 */
public interface DeadLetters {
    /** Newest first. */
    Slice list(Query query);

    Optional<DeadLetter> find(UUID id);

    /**
     * Handles the message now and, when it succeeds, those parked behind it in their order, each in
     * its own transaction. The first that fails stays DEAD, with its own cause, and the rest stays
     * parked behind it.
     */
    Outcome replay(UUID id);

    /**
     * Gives the message up for good and goes on with those parked behind it. It stays in the list,
     * as DISCARDED.
     */
    Outcome discard(UUID id);

    /**
     * Which ones to list; null and empty mean all.
     *
     * @param after the {@code next} of the previous slice
     */
    record Query(
            Set<DeadLetter.State> states,
            @Nullable String consumer,
            @Nullable String key,
            @Nullable UUID after,
            int limit) {
        public Query {
            states = Set.copyOf(states);
        }
    }

    /**
     * One page.
     *
     * @param next null when there are no more
     */
    record Slice(List<DeadLetter> items, @Nullable UUID next) {
        public Slice {
            items = List.copyOf(items);
        }

        /** Cuts it out of letters of which one more than the limit was read. */
        static Slice of(List<DeadLetter> letters, int limit) {
            return letters.size() <= limit
                    ? new Slice(letters, null)
                    : new Slice(letters.subList(0, limit), letters.get(limit - 1).id());
        }
    }

    /** What came of a replay or discard. */
    sealed interface Outcome {
        /**
         * The key flows again.
         *
         * @param handled how many messages were handled, parked followers included
         */
        record Resumed(int handled) implements Outcome {}

        /**
         * A message failed, so the key stays parked.
         *
         * @param handled how many were handled before it
         * @param failed the dead letter that now blocks the key
         */
        record StillBlocked(int handled, DeadLetter failed) implements Outcome {}

        /** There is no such dead letter. */
        record Unknown() implements Outcome {}

        /** It is not DEAD: parked behind another one, or already replayed or discarded. */
        record NotDead(DeadLetter.State state) implements Outcome {}
    }
}
