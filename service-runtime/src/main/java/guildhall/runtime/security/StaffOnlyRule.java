package guildhall.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link StaffOnly}; on a method it replaces what the controller says. */
final class StaffOnlyRule implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var rule = handler instanceof HandlerMethod method ? ruleOf(method) : null;
        if (rule != null) {
            Callers.current()
                    .orElseThrow(CallerResolver::unauthenticated)
                    .requireStaff(rule.value());
        }
        return true;
    }

    private static @Nullable StaffOnly ruleOf(HandlerMethod method) {
        var own = method.getMethodAnnotation(StaffOnly.class);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), StaffOnly.class);
    }
}
