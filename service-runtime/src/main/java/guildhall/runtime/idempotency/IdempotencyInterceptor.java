package guildhall.runtime.idempotency;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Lets the first request with a key in, and answers the others. */
final class IdempotencyInterceptor implements HandlerInterceptor {
    static final String REPLAYED = "Idempotency-Replayed";
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Optional<IdempotencyStore> store;
    private final Clock clock;

    IdempotencyInterceptor(Optional<IdempotencyStore> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var rule = ruleOf(handler);
        if (rule == null) {
            return true;
        }
        var key = RequestKeys.find(request);
        if (key.isEmpty() && rule.required()) {
            throw Refusal.parameter(RequestKeys.HEADER, "is required");
        }
        var buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
        if (key.isEmpty() || store.isEmpty() || buffered == null) {
            return true;
        }
        return switch (store.get()
                .claim(key.get(), buffered.fingerprint(key.get()), clock.instant())) {
            case Claim.Granted(var run) -> {
                new RunningRequest(key.get(), run).attachTo(request);
                yield true;
            }
            case Claim.Answered(var answer) -> {
                replay(answer, response);
                yield false;
            }
            case Claim.Running _ -> throw stillRunning();
            case Claim.UsedOtherwise _ ->
                    throw new Refusal(
                            Problems.problem(UNPROCESSABLE_CONTENT, "request/key-reused"));
        };
    }

    static Refusal stillRunning() {
        return new Refusal(Problems.problem(CONFLICT, "request/still-running"))
                .retryAfter(RETRY_AFTER_SECONDS);
    }

    private static @Nullable Idempotent ruleOf(Object handler) {
        return handler instanceof HandlerMethod method
                ? method.getMethodAnnotation(Idempotent.class)
                : null;
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        setIfKnown(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        setIfKnown(response, HttpHeaders.LOCATION, answer.location());
        setIfKnown(response, HttpHeaders.ETAG, answer.etag());
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void setIfKnown(
            HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
