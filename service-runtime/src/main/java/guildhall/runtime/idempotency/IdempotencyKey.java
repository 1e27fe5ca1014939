package guildhall.runtime.idempotency;

import guildhall.runtime.id.Ids;
import java.util.UUID;

/**
 * The key of the present request, as a controller argument; without the header a fresh one. It
 * belongs to the caller: the same words of another user are another key.
 */
public record IdempotencyKey(String callerId, String operation, String value) {
    /** The id of what this request makes: the same for every retry of it. */
    public UUID id() {
        return Ids.derived(callerId, operation, value);
    }
}
