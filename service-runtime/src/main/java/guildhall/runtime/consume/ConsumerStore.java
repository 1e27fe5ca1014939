package guildhall.runtime.consume;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Inbox and dead letters of a service, in its own database.
 *
 * <p>For every consumer and key there is at most one DEAD letter, and it is the oldest of those
 * that wait: whoever settles it makes the next one DEAD in the same step. So no letter is ever left
 * without one to replay.
 */
interface ConsumerStore {
    /** What became of a delivery. */
    enum Result {
        HANDLED,
        DUPLICATE,
        PARKED
    }

    /**
     * Does the work unless it was done before, or parks the delivery when its key is blocked.
     * Nothing of it remains when the work throws.
     */
    Result handle(String consumer, Delivery delivery, Runnable work);

    /** Those of the keys that are blocked: their messages are to be parked. */
    Set<String> blocked(String consumer, Set<String> keys);

    /**
     * Does the work once for all deliveries that were not handled before. When it throws, nothing
     * of it remains on PostgreSQL, and nothing but idempotent effects on MongoDB. No key may be
     * blocked; since the partition of a key has one reader, who is asking, no key can become so.
     *
     * @return what became of each delivery, in their order
     */
    List<Result> handleTogether(
            String consumer, List<Delivery> deliveries, Consumer<List<Delivery>> work);

    /** Sets a delivery aside that failed for good, with a copy to the dead letter topic. */
    void bury(String consumer, Delivery delivery, DeadLetter.Failure failure, int attempts);

    DeadLetters.Slice list(DeadLetters.Query query);

    Optional<DeadLetter> find(UUID id);

    /**
     * Does the work, gives a DEAD letter its final state and makes the next one of the key DEAD.
     * Nothing of it remains when the work throws.
     *
     * @return whether it was still DEAD
     */
    boolean settle(DeadLetter letter, DeadLetter.State outcome, Runnable work);

    /** The letter that blocks the key. */
    Optional<DeadLetter> blocking(String consumer, String key);

    /** Notes another failure of a letter that stays DEAD. */
    void failedAgain(DeadLetter letter, DeadLetter.Failure failure);

    /** How many letters are in each state that needs an operator. */
    Map<DeadLetter.State, Long> waiting();

    /** How many keys are blocked. */
    long blockedKeys();

    /** Forgets messages that were handled longer ago than this. */
    void forget(Duration retention);

    /**
     * Deletes letters that were replayed or discarded longer ago than this, in small steps. What
     * waits for an operator stays, however old it is.
     *
     * @return how many
     */
    long forgetSettled(Duration retention);
}
