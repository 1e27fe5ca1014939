package guildhall.runtime.web;

import static guildhall.runtime.web.Problems.problem;

import guildhall.runtime.message.Cause;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The problems that no service owns, by status. */
final class RequestProblems {

    static ProblemDetail of(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        if (status == null || status.is5xxServerError()) {
            return status == HttpStatus.SERVICE_UNAVAILABLE ? unavailable() : unexpected();
        }
        return problem(status, "request/" + reason(status));
    }

    /** Our bug: nothing but the id under which the log tells the rest. */
    static ProblemDetail unexpected() {
        return traced(problem(HttpStatus.INTERNAL_SERVER_ERROR, "request/unexpected"));
    }

    static ProblemDetail unavailable() {
        return traced(problem(HttpStatus.SERVICE_UNAVAILABLE, "request/try-again"));
    }

    static ProblemDetail concurrentChange() {
        return problem(HttpStatus.CONFLICT, "request/concurrent-change");
    }

    static ProblemDetail stale() {
        return problem(HttpStatus.PRECONDITION_FAILED, "request/stale");
    }

    private static String reason(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "invalid";
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "unknown-resource";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case CONFLICT -> "concurrent-change";
            case PRECONDITION_FAILED -> "stale";
            case CONTENT_TOO_LARGE -> "body-too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case PRECONDITION_REQUIRED -> "if-match-required";
            case TOO_MANY_REQUESTS -> "too-many-requests";
            default -> "refused";
        };
    }

    private static ProblemDetail traced(ProblemDetail problem) {
        var trace = MDC.get("traceId");
        if (trace == null) {
            trace = Cause.current().map(Cause::correlationId).orElse(null);
        }
        if (trace != null) {
            problem.setProperty("traceId", trace);
        }
        return problem;
    }

    private RequestProblems() {}
}
