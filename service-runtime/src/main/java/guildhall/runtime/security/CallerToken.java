package guildhall.runtime.security;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A verified token together with the caller it speaks of. */
final class CallerToken extends JwtAuthenticationToken {
    @Serial private static final long serialVersionUID = 1;
    private final transient Caller caller;

    CallerToken(Jwt jwt, Caller caller) {
        super(jwt, AuthorityUtils.createAuthorityList(caller.roles()), caller.user().toString());
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof CallerToken token
                && caller.equals(token.caller);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), caller);
    }
}
