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
        if (handler instanceof HandlerMethod method) {
            ruleOf(method)
                    .ifPresent(rule ->
                            Callers.current()
                                    .orElseThrow(CallerResolver::unauthenticated)
                                    .requireStaff(rule.value()));
        }
        return true;
    }

    /** The roles of which a caller needs one; empty when no role is needed. */
    public static List<String> rolesOf(HandlerMethod method) {
        return ruleOf(method).map(rule -> List.of(rule.value())).orElseGet(List::of);
    }

    private static Optional<StaffOnly> ruleOf(HandlerMethod method) {
        return Optional.ofNullable(method.getMethodAnnotation(StaffOnly.class))
                .or(() ->
                        Optional.ofNullable(
                                AnnotatedElementUtils.findMergedAnnotation(
                                        method.getBeanType(), StaffOnly.class)));
    }

    StaffOnlyRule() {}
}
