package guildhall.identity.session;

import java.time.Duration;
import java.time.Instant;

/**
 * @param refreshLife how long a refresh token waits to be used
 * @param sessionLife after this time the password is asked for again, however busy the session is
 * @param grace for how long the token just replaced still gives the same successor
 */
public record SessionPolicy(Duration refreshLife, Duration sessionLife, Duration grace) {
    /** Until when a session can be refreshed that was refreshed now. */
    public Instant refreshableUntil(Instant startedAt, Instant now) {
        var idle = now.plus(refreshLife);
        var end = startedAt.plus(sessionLife);
        return idle.isBefore(end) ? idle : end;
    }
}
