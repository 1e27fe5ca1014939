package guildhall.runtime.idempotency;

import java.time.Instant;
import java.util.UUID;

/** What became of asking to run a request under a key. */
sealed interface Claim {
    /** It is ours to run; the run stores or gives up the answer under this id. */
    record Granted(UUID run) implements Claim {}

    /** It ran before. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** It runs elsewhere, at most until then. */
    record Running(Instant leaseUntil) implements Claim {}

    /** The key was used for another request. */
    record UsedOtherwise() implements Claim {}
}
