package guildhall.gateway.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns what went wrong between client and service into a problem. */
@Component
@Order(-2) // Before the handler of Spring Boot, which would write its own format.
public class ProblemHandler implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return writer.write(exchange, problemOf(failure));
    }

    /** The problem for a failure on the way to a service. */
    public static GatewayProblem problemOf(Throwable failure) {
        return switch (failure) {
            case CallNotPermittedException _ -> unavailable();
            case BulkheadFullException _ -> busy();
            case TimeoutException _, ReadTimeoutException _ -> timedOut();
            case ConnectException _, UnknownHostException _ -> unavailable();
            case IOException _ -> brokenOff();
            case ResponseStatusException known -> problemOf(known);
            default -> {
                LOG.error("Unexpected failure", failure);
                yield GatewayProblem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "gateway/internal-error",
                        "Something went wrong on our side; quote the request id.");
            }
        };
    }

    private static GatewayProblem problemOf(ResponseStatusException known) {
        var status = HttpStatus.resolve(known.getStatusCode().value());
        return switch (status) {
            case null -> unavailable();
            case NOT_FOUND ->
                    GatewayProblem.of(
                            status, "request/not-found", "There is nothing at this address.");
            case CONTENT_TOO_LARGE ->
                    GatewayProblem.of(
                            status,
                            "request/body-too-large",
                            "The request body is larger than this API accepts.");
            case GATEWAY_TIMEOUT -> timedOut();
            case SERVICE_UNAVAILABLE, BAD_GATEWAY -> unavailable();
            default ->
                    GatewayProblem.of(
                            status,
                            "request/"
                                    + status.name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'),
                            "The request cannot be handled.");
        };
    }

    private static GatewayProblem unavailable() {
        return GatewayProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "gateway/service-unavailable",
                        "This part of the platform is away for a moment; all others work.")
                .retryAfter(SOON);
    }

    /** Closed or reset by a service that was stopped or killed while it had the request. */
    private static GatewayProblem brokenOff() {
        return GatewayProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "gateway/connection-lost",
                        "The service broke off before it answered; it may still have carried the"
                                + " request out.")
                .retryAfter(SOON);
    }

    private static GatewayProblem busy() {
        return GatewayProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "gateway/service-busy",
                        "This part of the platform has too much to do; nothing was carried out.")
                .retryAfter(SOON);
    }

    private static GatewayProblem timedOut() {
        return GatewayProblem.of(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "gateway/service-timeout",
                        "The answer took too long; it may still have been carried out.")
                .retryAfter(SOON);
    }
}
