package guildhall.identity.session.adapter;

import guildhall.identity.party.OwnParties;
import guildhall.identity.party.OwnParty;
import guildhall.identity.secret.Secrets;
import guildhall.identity.session.Device;
import guildhall.identity.session.Session.Live;
import guildhall.identity.session.SessionAccess;
import guildhall.identity.session.SessionCommand.StartSession;
import guildhall.identity.session.Sessions;
import guildhall.identity.user.Account;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins sessions, and gives out the tokens of running ones. */
@Component
class Grants {
    private final Sessions sessions;
    private final SessionAccess access;
    private final RefreshTokens tokens;
    private final OwnParties parties;
    private final Secrets secrets;

    Grants(
            Sessions sessions,
            SessionAccess access,
            RefreshTokens tokens,
            OwnParties parties,
            Secrets secrets) {
        this.sessions = sessions;
        this.access = access;
        this.tokens = tokens;
        this.parties = parties;
        this.secrets = secrets;
    }

    /**
     * @param at when the password was checked: whatever voids older logins voids this one too
     */
    Grant begin(Account account, Device device, Instant at) {
        var id = new SessionId(Ids.next());
        var seed = secrets.randomToken();
        sessions.handle(
                new StartSession(id, account.id(), device, firstParty(account.id()), seed, at));
        sessions.forgetOld(at);
        var live =
                sessions.findLive(id)
                        .orElseThrow(() -> new IllegalStateException(id + " ended at once"));
        return of(live, account, live.generation());
    }

    Grant of(Live session, Account account, int generation) {
        var granted = access.grant(session, account);
        return new Grant(
                granted.token(),
                granted.expiresInSeconds(),
                tokens.of(session, generation),
                session.id());
    }

    private @Nullable Party firstParty(UserId user) {
        return parties.of(user).stream().map(OwnParty::party).findFirst().orElse(null);
    }
}
