package guildhall.identity.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wrong passwords were tried in a row, and until when trying is pointless.
 *
 * @param until null while the account is open
 */
public record Lockout(int failed, @Nullable Instant until) {
    public static final Lockout NONE = new Lockout(0, null);

    boolean holds(Instant at) {
        return until != null && at.isBefore(until);
    }

    /** The attempts that still count: those before a lock that has run out do not. */
    int counted(Instant at) {
        return until == null || holds(at) ? failed : 0;
    }
}
