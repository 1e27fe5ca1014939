package guildhall.identity.key;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says of its bearer.
 *
 * @param actingFor null for staff and for users who have no party yet
 */
public record AccessClaims(
        UserId user,
        SessionId session,
        Set<String> roles,
        boolean emailVerified,
        @Nullable Party actingFor) {
    public AccessClaims {
        roles = Set.copyOf(roles);
    }
}
