package guildhall.identity.session;

import guildhall.identity.session.Session.Live;
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
     * Those that have to end, because their user has too many: the oldest. Who asks sees at least
     * the sessions that began before its own, so of several at once the last to ask sees all, and
     * none of them ends more than all of them together have to.
     *
     * @param newestFirst the live sessions of a user
     */
    public List<Live> tooMany(List<Live> newestFirst) {
        return newestFirst.stream().skip(mostPerUser).toList();
    }

    /** Until when a session can be refreshed that was refreshed now. */
    public Instant refreshableUntil(Instant startedAt, Instant now) {
        var idle = now.plus(refreshLife);
        var end = startedAt.plus(sessionLife);
        return idle.isBefore(end) ? idle : end;
    }
}
