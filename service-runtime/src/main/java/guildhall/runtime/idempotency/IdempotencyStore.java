package guildhall.runtime.idempotency;

import java.time.Instant;
import java.util.UUID;

/** Remembers first answers. Each method is atomic by itself, outside of any transaction. */
interface IdempotencyStore {
    /** Of several at the same time, exactly one is granted. */
    Claim claim(IdempotencyKey key, String fingerprint, Instant now);

    /** Stores the answer, unless another run took the key over meanwhile. */
    void answer(IdempotencyKey key, UUID run, StoredAnswer answer);

    /** Gives the key up, so that a retry runs again. */
    void release(IdempotencyKey key, UUID run);

    /** Deletes what has expired. */
    int prune(Instant now);
}
