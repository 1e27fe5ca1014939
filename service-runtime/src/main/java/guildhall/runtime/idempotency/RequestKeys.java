package guildhall.runtime.idempotency;

import guildhall.runtime.id.Ids;
import guildhall.runtime.security.Callers;
import guildhall.runtime.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerMapping;

/** Finds the key of a request. */
final class RequestKeys {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern VALID =
            Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");
    private static final String STRANGER = "anonymous";
    private static final String ATTRIBUTE = RequestKeys.class.getName();

    /** Empty without the header. */
    static Optional<IdempotencyKey> find(HttpServletRequest request) {
        var value = request.getHeader(HEADER);
        if (value == null) {
            return Optional.empty();
        }
        if (!VALID.matcher(value).matches()) {
            throw Refusal.parameter(HEADER, "must be 1 to 255 printable ASCII characters");
        }
        return Optional.of(key(request, value));
    }

    /** A fresh one without the header; the same one each time it is asked for. */
    static IdempotencyKey findOrMint(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof IdempotencyKey known) {
            return known;
        }
        var key = find(request).orElseGet(() -> key(request, Ids.next().toString()));
        request.setAttribute(ATTRIBUTE, key);
        return key;
    }

    private static IdempotencyKey key(HttpServletRequest request, String value) {
        var caller = Callers.current().map(c -> c.user().toString()).orElse(STRANGER);
        var template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var path = template == null ? request.getRequestURI() : template.toString();
        return new IdempotencyKey(caller, request.getMethod() + " " + path, value);
    }

    private RequestKeys() {}
}
