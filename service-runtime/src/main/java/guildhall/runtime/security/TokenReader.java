package guildhall.runtime.security;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the caller out of a verified token; a claim that is missing makes the token invalid. */
final class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {
    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        try {
            return new CallerToken(jwt, caller(jwt));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException malformed) {
            throw new InvalidBearerTokenException("Claims are missing or malformed", malformed);
        }
    }

    private static Caller caller(Jwt jwt) {
        return new Caller(
                UserId.of(Objects.requireNonNull(jwt.getSubject())),
                SessionId.of(Objects.requireNonNull(jwt.getClaimAsString("sid"))),
                party(jwt.getClaim("party")),
                roles(jwt.getClaim("roles")),
                Boolean.TRUE.equals(jwt.getClaim("email_verified")));
    }

    private static Optional<Party> party(@Nullable Map<String, Object> claim) {
        return Optional.ofNullable(claim)
                .map(party ->
                        new Party(
                                PartyType.valueOf(text(party, "type")),
                                UUID.fromString(text(party, "id"))));
    }

    private static String text(Map<String, Object> claim, String name) {
        return (String) Objects.requireNonNull(claim.get(name));
    }

    private static Set<String> roles(@Nullable List<String> claim) {
        return claim == null ? Set.of() : Set.copyOf(claim);
    }
}
