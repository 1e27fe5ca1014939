package guildhall.runtime.idempotency;

import java.time.Instant;
import java.util.UUID;

/** Remembers first answers. Each method is atomic by itself. */
interface IdempotencyStore {
    /** Of several at the same time, exactly one is granted. */
    Claim claim(IdempotencyKey key, String fingerprint, Instant now);

    /**
     * Stores the answer; a part of the present transaction, where the store has such.
     *
     * @return false when another run took the key over meanwhile, and nothing was stored
     */
    boolean answer(IdempotencyKey key, UUID run, StoredAnswer answer);

    /** Gives the key up, so that a retry runs again. */
    void release(IdempotencyKey key, UUID run);

    /** Deletes what has expired. */
    int prune(Instant now);
}
