package guildhall.runtime.live;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.runtime.security.Callers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who listens.
 *
 * @param until when the access token runs out; the connection does not outlive it
 */
public record Subscriber(UserId user, SessionId session, Instant until) {
    /** The caller of the present request; empty for strangers. */
    public static Optional<Subscriber> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .filter(JwtAuthenticationToken.class::isInstance)
                .map(JwtAuthenticationToken.class::cast)
                .flatMap(token -> Optional.ofNullable(token.getToken().getExpiresAt()))
                .flatMap(until ->
                        Callers.current().map(c -> new Subscriber(c.user(), c.session(), until)));
    }
}
