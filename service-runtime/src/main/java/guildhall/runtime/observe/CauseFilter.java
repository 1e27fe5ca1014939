package guildhall.runtime.observe;

import guildhall.runtime.message.Cause;
import guildhall.runtime.security.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the request the cause of what it publishes; runs once it is known who is calling. */
final class CauseFilter extends OncePerRequestFilter {
    private static final String STRANGER = "anonymous";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            new Cause(CorrelationFilter.idOf(request), null, actor())
                    .run(() -> proceed(chain, request, response));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (Carried failure) {
            throw failure.original;
        }
    }

    private static String actor() {
        return Callers.current()
                .map(caller -> (caller.isStaff() ? "staff:" : "user:") + caller.user())
                .orElse(STRANGER);
    }

    private static void proceed(
            FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
            throw new Carried(failure);
        }
    }

    /** Carries the checked exception of the servlet API through a lambda. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final ServletException original;

        Carried(ServletException original) {
            super(original);
            this.original = original;
        }
    }
}
