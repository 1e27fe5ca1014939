package guildhall.runtime.observe;

import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id: the one that came in {@code X-Request-Id} when it is harmless, else a
 * fresh one. It is in the answer, in every log line and, as correlation id, in every message.
 */
final class CorrelationFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = CorrelationFilter.class.getName();
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = accepted(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(Cause.LOG_FIELD, id)) {
            chain.doFilter(request, response);
        }
    }

    static String idOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : Ids.next().toString();
    }

    private static String accepted(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches()
                ? offered
                : Ids.next().toString();
    }
}
