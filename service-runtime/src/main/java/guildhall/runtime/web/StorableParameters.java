package guildhall.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters with text that PostgreSQL cannot compare with anything. */
final class StorableParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!Arrays.stream(values).allMatch(StrictText::isStorable)) {
                        throw Refusal.parameter(name, StrictText.EXPECTATION);
                    }
                });
        return true;
    }
}
