package guildhall.identity.verification;

import guildhall.messages.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One check that was passed.
 *
 * @param seen what the reviewer saw, in their words
 * @param evidence null for what rests on no document
 */
public record PassedCheck(String seen, UserId by, Instant at, @Nullable Evidence evidence) {
    boolean isGoodAt(Instant time) {
        return evidence == null || time.isBefore(evidence.goodUntil());
    }
}
