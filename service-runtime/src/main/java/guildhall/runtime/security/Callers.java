package guildhall.runtime.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds the caller of the present request where no argument can be passed. */
public final class Callers {
    /** Empty for strangers, and outside of a request. */
    public static Optional<Caller> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CallerToken token
                ? Optional.of(token.caller())
                : Optional.empty();
    }

    private Callers() {}
}
