package guildhall.identity.session;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One login on one device, with its family of refresh tokens. */
public sealed interface Session {
    record Absent() implements Session {}

    /**
     * @param actingFor null until the user has a party to act for
     * @param seed random; with the secret of the service it makes the family's tokens
     * @param generation of the one refresh token that is good
     * @param startedAt when the password was checked
     * @param refreshedAt when the present generation began, which is also when it was last seen
     */
    record Live(
            SessionId id,
            UserId user,
            Device device,
            @Nullable Party actingFor,
            String seed,
            int generation,
            Instant startedAt,
            Instant refreshedAt,
            Instant refreshableUntil)
            implements Session {
        Live refreshed(int next, Device seen, Instant at, Instant until) {
            return new Live(id, user, seen, actingFor, seed, next, startedAt, at, until);
        }

        Live actingFor(Party party) {
            return new Live(
                    id,
                    user,
                    device,
                    party,
                    seed,
                    generation,
                    startedAt,
                    refreshedAt,
                    refreshableUntil);
        }

        Ended ended(EndReason reason, Instant at) {
            return new Ended(id, user, reason, at);
        }

        public boolean isOver(Instant at) {
            return !at.isBefore(refreshableUntil);
        }
    }

    record Ended(SessionId id, UserId user, EndReason reason, Instant at) implements Session {}
}
