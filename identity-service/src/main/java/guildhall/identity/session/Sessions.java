package guildhall.identity.session;

import guildhall.identity.session.Session.Live;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All sessions. Handling a command loads, decides and stores in one write, messages included. */
public interface Sessions {
    Decision<SessionEvent, SessionRejection> handle(SessionCommand command);

    Optional<Live> findLive(SessionId id);

    /** Those that could still be refreshed at this time, the newest first. */
    List<Live> liveOf(UserId user, Instant at);

    /** The ids of the same, in the same order. */
    List<SessionId> liveIdsOf(UserId user, Instant at);

    /** Forgets sessions that were over long ago. */
    void forgetOld(Instant now);
}
