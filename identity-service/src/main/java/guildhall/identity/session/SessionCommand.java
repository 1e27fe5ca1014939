package guildhall.identity.session;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a session. */
public sealed interface SessionCommand {
    SessionId id();

    record StartSession(
            SessionId id,
            UserId user,
            Device device,
            @Nullable Party actingFor,
            String seed,
            Instant at)
            implements SessionCommand {}

    /** A genuine token of this generation was shown. */
    record RefreshSession(SessionId id, int generation, Device device, Instant at)
            implements SessionCommand {}

    record ActFor(SessionId id, Party party, Instant at) implements SessionCommand {}

    record EndSession(SessionId id, EndReason reason, Instant at) implements SessionCommand {}

    /** The end was decided, and is published, by another document. */
    record ApplyRevocation(SessionId id, EndReason reason, Instant at) implements SessionCommand {}
}
