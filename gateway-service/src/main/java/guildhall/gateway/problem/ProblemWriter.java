package guildhall.gateway.problem;

import guildhall.gateway.request.RequestFilter;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer of an exchange. */
@Component
public class ProblemWriter {
    private static final URI BASE = URI.create("https://api.guildhall.example/problems/");

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> write(ServerWebExchange exchange, GatewayProblem problem) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        response.setStatusCode(problem.status());
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        problem.retryAfter()
                .map(wait -> Long.toString(Math.max(1, wait.toSeconds())))
                .ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var body = json.writeValueAsBytes(detail(exchange, problem));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static ProblemDetail detail(ServerWebExchange exchange, GatewayProblem problem) {
        var detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        detail.setType(BASE.resolve(problem.code()));
        detail.setTitle(title(problem.code()));
        detail.setInstance(URI.create(RequestFilter.path(exchange)));
        detail.setProperty("requestId", RequestFilter.requestId(exchange));
        return detail;
    }

    private static String title(String code) {
        var words = code.substring(code.indexOf('/') + 1).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
