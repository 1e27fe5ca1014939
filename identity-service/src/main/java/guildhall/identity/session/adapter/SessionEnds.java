package guildhall.identity.session.adapter;

import guildhall.identity.session.EndReason;
import guildhall.identity.session.Revocations;
import guildhall.identity.session.SessionCommand.ApplyRevocation;
import guildhall.identity.session.SessionCommand.EndSession;
import guildhall.identity.session.SessionPolicy;
import guildhall.identity.session.Sessions;
import guildhall.identity.user.UserEvent;
import guildhall.identity.user.UserSessions;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends sessions, and sees to it that everybody knows. */
@Component
class SessionEnds implements UserSessions {
    private static final Logger LOG = LoggerFactory.getLogger(SessionEnds.class);

    private final Sessions sessions;
    private final Revocations revocations;
    private final SessionPolicy policy;
    private final Clock clock;
    private final Counter tooMany;

    SessionEnds(
            Sessions sessions,
            Revocations revocations,
            SessionPolicy policy,
            Clock clock,
            MeterRegistry meters) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.policy = policy;
        this.clock = clock;
        tooMany =
                Counter.builder("guildhall.identity.sessions.displaced")
                        .description("Sessions that ended because their user began another one")
                        .register(meters);
    }

    void end(SessionId session, EndReason reason) {
        sessions.handle(new EndSession(session, reason, clock.instant()));
        announce(session);
        LOG.info("Session {} ended: {}", session, reason);
    }

    /** After a session has begun, which is no failure when an old one does not end at once. */
    void endTooMany(UserId user, Instant at) {
        for (var oldest : policy.tooMany(sessions.liveIdsOf(user, at))) {
            try {
                end(oldest, EndReason.REVOKED);
                tooMany.increment();
            } catch (RuntimeException e) {
                LOG.warn("Session {} ends with another login, or the next", oldest, e);
            }
        }
    }

    /** The revocation is stored by now; if Redis cannot be told, the event does it later. */
    void announce(SessionId session) {
        try {
            revocations.announce(session);
        } catch (RuntimeException e) {
            LOG.warn("The revocation of {} reaches Redis with its event", session, e);
        }
    }

    /** What the event does: the same once more, and what a crash left undone. */
    void apply(SessionRevokedV1 revoked) {
        var reason = EndReason.valueOf(revoked.reason());
        sessions.handle(new ApplyRevocation(revoked.sessionId(), reason, revoked.revokedAt()));
        revocations.announce(revoked.sessionId());
    }

    @Override
    public List<SessionId> open(UserId user) {
        return sessions.liveIdsOf(user, clock.instant());
    }

    @Override
    public void close(List<SessionId> open, UserEvent.Reason reason, Instant at) {
        for (var session : open) {
            try {
                sessions.handle(new ApplyRevocation(session, EndReason.valueOf(reason.name()), at));
                announce(session);
            } catch (RuntimeException e) {
                LOG.warn("Session {} ends with the event of its revocation", session, e);
            }
        }
    }
}
