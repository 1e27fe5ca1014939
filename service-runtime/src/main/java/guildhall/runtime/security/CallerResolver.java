package guildhall.runtime.security;

import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link Caller} or {@code Optional<Caller>}. */
final class CallerResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var caller = Callers.current();
        if (parameter.getParameterType() == Optional.class) {
            return caller;
        }
        return caller.orElseThrow(CallerResolver::unauthenticated);
    }

    static Refusal unauthenticated() {
        var refusal = new Refusal(Problems.problem(UNAUTHORIZED, "request/unauthenticated"));
        refusal.getHeaders().set("WWW-Authenticate", "Bearer");
        return refusal;
    }
}
