package guildhall.identity.session.adapter;

import guildhall.identity.party.OwnParties;
import guildhall.identity.party.OwnParty;
import guildhall.identity.secret.Secrets;
import guildhall.identity.session.Device;
import guildhall.identity.session.Session.Live;
import guildhall.identity.session.SessionCommand.StartSession;
import guildhall.identity.session.SessionEvent;
import guildhall.identity.session.SessionEvent.SessionStarted;
import guildhall.identity.session.SessionRejection;
import guildhall.identity.session.Sessions;
import guildhall.identity.user.Account;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins sessions, and ends those that are then too many. */
@Component
class NewSessions {
    private final Sessions sessions;
    private final SessionEnds ends;
    private final Grants grants;
    private final OwnParties parties;
    private final Secrets secrets;

    NewSessions(
            Sessions sessions,
            SessionEnds ends,
            Grants grants,
            OwnParties parties,
            Secrets secrets) {
        this.sessions = sessions;
        this.ends = ends;
        this.grants = grants;
        this.parties = parties;
        this.secrets = secrets;
    }

    /**
     * @param at when the password was checked: whatever voids older logins voids this one too
     */
    Grant begin(Account account, Device device, Instant at) {
        var user = account.id();
        var start =
                new StartSession(
                        new SessionId(Ids.next()),
                        user,
                        device,
                        firstParty(user),
                        secrets.randomToken(),
                        at);
        var live = started(sessions.handle(start));
        ends.endTooMany(user, at);
        sessions.forgetOld(at);
        return grants.of(live, account, live.generation());
    }

    /** As it began: when many begin at once, it may be among those that had to end again. */
    private static Live started(Decision<SessionEvent, SessionRejection> decision) {
        return switch (decision) {
            case Accepted<SessionEvent, SessionRejection>(var events)
                    when events.getFirst() instanceof SessionStarted(var live) ->
                    live;
            case Accepted<?, ?> _, Rejected<?, ?> _ ->
                    throw new IllegalStateException("A fresh id was no new session: " + decision);
        };
    }

    private @Nullable Party firstParty(UserId user) {
        return parties.of(user).stream().map(OwnParty::party).findFirst().orElse(null);
    }
}
