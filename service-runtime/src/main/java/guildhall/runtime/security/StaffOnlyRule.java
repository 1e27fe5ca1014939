package guildhall.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link StaffOnly}; on a method it replaces what the controller says. */
public final class StaffOnlyRule implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var roles = handler instanceof HandlerMethod method ? rolesOf(method) : List.<String>of();
        if (!roles.isEmpty()) {
            Callers.current()
                    .orElseThrow(CallerResolver::unauthenticated)
                    .requireStaff(roles.toArray(String[]::new));
        }
        return true;
    }

    /** The roles of which a caller needs one; empty when anybody may call. */
    public static List<String> rolesOf(HandlerMethod method) {
        return Optional.ofNullable(method.getMethodAnnotation(StaffOnly.class))
                .or(() ->
                        Optional.ofNullable(
                                AnnotatedElementUtils.findMergedAnnotation(
                                        method.getBeanType(), StaffOnly.class)))
                .map(rule -> List.of(rule.value()))
                .orElseGet(List::of);
    }

    StaffOnlyRule() {}
}
