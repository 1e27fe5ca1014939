package guildhall.identity.session;

import guildhall.messages.id.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * @param refreshLife how long a refresh token waits to be used
 * @param sessionLife after this time the password is asked for again, however busy the session is
 * @param grace for how long the token just replaced still gives the same successor
 * @param mostPerUser how many sessions a user may have at once
 */
public record SessionPolicy(
        Duration refreshLife, Duration sessionLife, Duration grace, int mostPerUser) {
    public SessionPolicy {
        if (mostPerUser < 1) {
            throw new IllegalArgumentException("A user needs one session at least");
        }
    }

    /**
     * The oldest, which have to end. Whoever asks has begun a session before; so of several logins
     * at once the last to ask sees all of them, and none ends more than all together have to.
     *
     * @param newestFirst the live sessions of a user
     */
    public List<SessionId> tooMany(List<SessionId> newestFirst) {
        return newestFirst.stream().skip(mostPerUser).toList();
    }

    /** Until when a session can be refreshed that was refreshed now. */
    public Instant refreshableUntil(Instant startedAt, Instant now) {
        var idle = now.plus(refreshLife);
        var end = startedAt.plus(sessionLife);
        return idle.isBefore(end) ? idle : end;
    }
}
