package guildhall.identity.session;

import guildhall.identity.session.Session.Live;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.time.Instant;

/** What happened to a session. */
public sealed interface SessionEvent {
    record SessionStarted(Live session) implements SessionEvent {}

    record SessionRefreshed(
            SessionId id, int generation, Device device, Instant at, Instant refreshableUntil)
            implements SessionEvent {}

    record PartyChosen(SessionId id, Party party) implements SessionEvent {}

    record ReuseDetected(SessionId id, UserId user, Instant at) implements SessionEvent {}

    record SessionEnded(SessionId id, UserId user, EndReason reason, Instant at)
            implements SessionEvent {}

    record RevocationApplied(SessionId id, EndReason reason, Instant at) implements SessionEvent {}
}
