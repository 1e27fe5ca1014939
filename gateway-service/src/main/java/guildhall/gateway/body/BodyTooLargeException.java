package guildhall.gateway.body;

import guildhall.gateway.problem.GatewayProblem;
import org.springframework.http.HttpStatus;

/** The body of a request grew past the limit while it was being sent on. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BodyTooLargeException() {
        super("Request body past the limit", null, false, false);
    }

    public static GatewayProblem problem() {
        return GatewayProblem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "request/body-too-large",
                "The request body is larger than this API accepts.");
    }
}
