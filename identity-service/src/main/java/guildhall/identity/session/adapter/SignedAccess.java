package guildhall.identity.session.adapter;

import guildhall.identity.key.AccessClaims;
import guildhall.identity.key.AccessTokens;
import guildhall.identity.party.OwnParties;
import guildhall.identity.party.OwnParty;
import guildhall.identity.session.Session.Live;
import guildhall.identity.session.SessionAccess;
import guildhall.identity.user.Account;
import guildhall.messages.party.Party;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Access tokens with what is true of a user when they are made. */
@Component
class SignedAccess implements SessionAccess {
    private final AccessTokens tokens;
    private final OwnParties parties;

    SignedAccess(AccessTokens tokens, OwnParties parties) {
        this.tokens = tokens;
        this.parties = parties;
    }

    @Override
    public Access grant(Live session, Account account) {
        var own = parties.of(account.id());
        var roles = new HashSet<>(OwnParties.roles(own));
        account.staffRoles().forEach(role -> roles.add(role.name()));
        var claims =
                new AccessClaims(
                        account.id(),
                        session.id(),
                        roles,
                        true, // Nobody signs in before that.
                        acting(session.actingFor(), own));
        return new Access(tokens.sign(claims), tokens.life().toSeconds());
    }

    /** The first profile may have come after the session. */
    private static @Nullable Party acting(@Nullable Party chosen, List<OwnParty> own) {
        return own.stream()
                .map(OwnParty::party)
                .filter(party -> chosen == null || chosen.equals(party))
                .findFirst()
                .orElse(null);
    }
}
