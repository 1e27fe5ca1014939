package guildhall.identity.user;

import guildhall.messages.id.UserId;
import java.time.Instant;

/**
 * One line of the audit trail of staff roles. It lives in the account itself, so that no change can
 * be stored without its line.
 *
 * @param by who did it; the account itself when the operator's configuration appointed it
 */
public record StaffChange(Act act, StaffRole role, UserId by, Instant at) {
    static StaffChange granted(StaffRole role, UserId by, Instant at) {
        return new StaffChange(Act.GRANTED, role, by, at);
    }

    static StaffChange revoked(StaffRole role, UserId by, Instant at) {
        return new StaffChange(Act.REVOKED, role, by, at);
    }

    /** What was done with the role. */
    public enum Act {
        GRANTED,
        REVOKED
    }
}
