package guildhall.runtime.web;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads and checks {@code limit} and {@code after}. */
final class PagingResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var errors = new ArrayList<InvalidInput>();
        var limit = limit(request.getParameter("limit"));
        if (limit < 1 || limit > Paging.MAX_LIMIT) {
            errors.add(
                    InvalidInput.parameter(
                            "limit", "must be a number from 1 to " + Paging.MAX_LIMIT));
        }
        var after = request.getParameter("after");
        if (after != null && (after.isEmpty() || after.length() > Paging.MAX_CURSOR_LENGTH)) {
            errors.add(
                    InvalidInput.parameter(
                            "after", "must be the next of an earlier page of this list"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new Paging(limit, after);
    }

    /** Zero when it is no number. */
    private static int limit(@Nullable String text) {
        if (text == null) {
            return Paging.DEFAULT_LIMIT;
        }
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }
}
