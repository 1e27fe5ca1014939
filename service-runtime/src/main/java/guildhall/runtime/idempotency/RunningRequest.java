package guildhall.runtime.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** A first request that was let in; the filter stores its answer when it is known. */
record RunningRequest(IdempotencyKey key, UUID run) {
    private static final String ATTRIBUTE = RunningRequest.class.getName();

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Its answer is stored. */
    static void detachFrom(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }

    static Optional<RunningRequest> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RunningRequest running
                ? Optional.of(running)
                : Optional.empty();
    }
}
