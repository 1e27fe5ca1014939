package guildhall.gateway.problem;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * One answer that the gateway gives itself.
 *
 * @param code the last words of the problem type, for example {@code gateway/rate-limited}
 * @param retryAfter when it makes sense to try again
 */
public record GatewayProblem(
        HttpStatus status, String code, String detail, Optional<Duration> retryAfter) {
    public static GatewayProblem of(HttpStatus status, String code, String detail) {
        return new GatewayProblem(status, code, detail, Optional.empty());
    }

    public GatewayProblem retryAfter(Duration wait) {
        return new GatewayProblem(status, code, detail, Optional.of(wait));
    }
}
