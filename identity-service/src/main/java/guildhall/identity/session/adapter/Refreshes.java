package guildhall.identity.session.adapter;

import guildhall.identity.session.Device;
import guildhall.identity.session.EndReason;
import guildhall.identity.session.Session.Live;
import guildhall.identity.session.SessionCommand.RefreshSession;
import guildhall.identity.session.SessionEvent.ReuseDetected;
import guildhall.identity.session.Sessions;
import guildhall.identity.session.adapter.RefreshTokens.Shown;
import guildhall.identity.user.Account;
import guildhall.identity.user.User.Active;
import guildhall.identity.user.Users;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Trades a refresh token for the next one. */
@Component
class Refreshes {
    private final Sessions sessions;
    private final Users users;
    private final RefreshTokens tokens;
    private final Grants grants;
    private final SessionEnds ends;

    Refreshes(
            Sessions sessions, Users users, RefreshTokens tokens, Grants grants, SessionEnds ends) {
        this.sessions = sessions;
        this.users = users;
        this.tokens = tokens;
        this.grants = grants;
        this.ends = ends;
    }

    /** How a refresh went. */
    sealed interface Outcome {
        /** The session moved on. */
        record Rotated(Grant grant) implements Outcome {}

        /** The token had just been replaced; this is its successor again. */
        record Repeated(Grant grant) implements Outcome {}

        /** An old token: somebody else has the family too, and it is over. */
        record Reused() implements Outcome {}

        record Refused() implements Outcome {}
    }

    Outcome refresh(String token, Device device, Instant at) {
        var shown = tokens.read(token);
        var session = shown.flatMap(known -> sessions.findLive(known.session()));
        if (session.isEmpty() || !tokens.isGenuine(session.get(), shown.get())) {
            return new Outcome.Refused();
        }
        var account = entitled(session.get());
        return account.isEmpty()
                ? new Outcome.Refused()
                : refresh(shown.get(), session.get(), account.get(), new Moment(device, at));
    }

    private record Moment(Device device, Instant at) {}

    /** Active users only, and no login from before their password changed. */
    private Optional<Account> entitled(Live session) {
        var user = users.find(session.user()).map(Users.Versioned::user);
        if (user.isPresent()
                && user.get() instanceof Active(var account)
                && !session.startedAt().isBefore(account.credentialsSince())) {
            return Optional.of(account);
        }
        ends.end(session.id(), EndReason.REVOKED);
        return Optional.empty();
    }

    private Outcome refresh(Shown shown, Live session, Account account, Moment now) {
        var command = new RefreshSession(session.id(), shown.generation(), now.device(), now.at());
        return switch (sessions.handle(command)) {
            case Rejected<?, ?> _ -> new Outcome.Refused();
            case Accepted<?, ?>(var events) -> {
                if (events.stream().anyMatch(ReuseDetected.class::isInstance)) {
                    ends.announce(session.id());
                    yield new Outcome.Reused();
                }
                var grant = grants.of(session, account, shown.generation() + 1);
                yield events.isEmpty() ? new Outcome.Repeated(grant) : new Outcome.Rotated(grant);
            }
        };
    }
}
