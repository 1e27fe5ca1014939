package guildhall.runtime.security;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.util.Optional;
import java.util.Set;

/**
 * The verified caller of the present request, as a controller argument.
 *
 * @param actingParty the party that the session acts for; empty for staff without one
 * @param roles CLIENT, TALENT and the staff roles SUPPORT_AGENT, MODERATOR, FINANCE_OPS,
 *     COMPLIANCE, ADMIN, SUPERADMIN
 */
public record Caller(
        UserId user,
        SessionId session,
        Optional<Party> actingParty,
        Set<String> roles,
        boolean emailVerified) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(UserId other) {
        return user.equals(other);
    }

    public boolean actsFor(Party party) {
        return actingParty.filter(party::equals).isPresent();
    }

    /** The caller as a buyer; empty unless the session acts for a business. */
    public Optional<Side> asClient() {
        return as(PartyType.BUSINESS);
    }

    /** The caller as a seller; empty unless the session acts for a talent. */
    public Optional<Side> asTalent() {
        return as(PartyType.TALENT);
    }

    private Optional<Side> as(PartyType type) {
        return actingParty
                .filter(party -> party.type() == type)
                .map(party -> new Side(party, user));
    }
}
