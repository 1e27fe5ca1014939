package guildhall.identity.session.adapter;

import guildhall.identity.session.Session.Live;
import guildhall.identity.session.SessionAccess;
import guildhall.identity.user.Account;
import org.springframework.stereotype.Component;

/** Gives out the tokens of running sessions. */
@Component
class Grants {
    private final SessionAccess access;
    private final RefreshTokens tokens;

    Grants(SessionAccess access, RefreshTokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    Grant of(Live session, Account account, int generation) {
        var granted = access.grant(session, account);
        return new Grant(
                granted.token(),
                granted.expiresInSeconds(),
                tokens.of(session, generation),
                session.id());
    }
}
