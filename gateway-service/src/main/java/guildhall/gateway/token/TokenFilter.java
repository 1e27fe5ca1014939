package guildhall.gateway.token;

import guildhall.gateway.problem.GatewayProblem;
import guildhall.gateway.problem.ProblemWriter;
import guildhall.gateway.request.FilterOrder;
import guildhall.gateway.request.RequestFilter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a request pass with a good token, or without one where the path is open. */
@Component
@Order(FilterOrder.TOKEN)
public class TokenFilter implements WebFilter {
    private static final String ATTRIBUTE = TokenFilter.class.getName();
    private static final String BEARER = "Bearer ";
    private static final GatewayProblem MISSING =
            GatewayProblem.of(
                    HttpStatus.UNAUTHORIZED,
                    "request/unauthenticated",
                    "This needs an access token (Authorization: Bearer).");
    private static final GatewayProblem INVALID =
            GatewayProblem.of(
                    HttpStatus.UNAUTHORIZED,
                    "request/invalid-token",
                    "The access token is not valid, expired or revoked; refresh it or log in.");
    private static final GatewayProblem CANNOT_JUDGE =
            GatewayProblem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "gateway/service-unavailable",
                            "Access tokens cannot be verified at the moment.")
                    .retryAfter(Duration.ofSeconds(2));

    private static final GatewayProblem TOO_MANY_BAD =
            GatewayProblem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "gateway/rate-limited",
                            "Too many tokens that are not valid came from your address.")
                    .retryAfter(BadTokens.WINDOW);

    private final AccessTokens tokens;
    private final RevokedSessions revoked;
    private final OpenPaths open;
    private final ProblemWriter problems;
    private final Counter refusals;

    TokenFilter(
            AccessTokens tokens,
            RevokedSessions revoked,
            TokenProperties properties,
            ProblemWriter problems,
            MeterRegistry metrics) {
        this.tokens = tokens;
        this.revoked = revoked;
        this.open = new OpenPaths(properties.open());
        this.problems = problems;
        refusals = metrics.counter("guildhall.gateway.token.refused");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var asked = SocketToken.moved(exchange);
        var compact = bearer(asked);
        if (compact == null) {
            return isOpen(asked) ? chain.filter(asked) : problems.write(asked, MISSING);
        }
        return tokens.verify(compact, RequestFilter.clientAddress(asked))
                .flatMap(verdict -> judge(asked, chain, verdict));
    }

    /** The verified token of the exchange; empty for an anonymous request. */
    public static Optional<AccessToken> tokenOf(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    private Mono<Void> judge(ServerWebExchange exchange, WebFilterChain chain, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(var token) when !revoked.contains(token.sessionId()) -> {
                exchange.getAttributes().put(ATTRIBUTE, token);
                yield chain.filter(exchange);
            }
            case Verdict.Valid _, Verdict.Invalid _ -> {
                refusals.increment();
                yield problems.write(exchange, INVALID);
            }
            case Verdict.Undecided _ -> problems.write(exchange, CANNOT_JUDGE);
            case Verdict.NotLookedAt _ -> problems.write(exchange, TOO_MANY_BAD);
        };
    }

    private boolean isOpen(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return open.contains(request.getMethod(), request.getPath().pathWithinApplication());
    }

    private static @Nullable String bearer(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
