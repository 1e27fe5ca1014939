package guildhall.identity.user;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.List;

/** What accounts need to know of logins. */
public interface UserSessions {
    List<SessionId> open(UserId user);

    /**
     * Ends logins at once. Their revocation is stored already and will be applied from there even
     * if this call never happens; it only saves the wait.
     */
    void close(List<SessionId> sessions, UserEvent.Reason reason, Instant at);
}
