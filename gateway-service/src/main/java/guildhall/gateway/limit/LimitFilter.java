package guildhall.gateway.limit;

import guildhall.gateway.limit.LimitProperties.Policy;
import guildhall.gateway.problem.GatewayProblem;
import guildhall.gateway.problem.ProblemWriter;
import guildhall.gateway.request.FilterOrder;
import guildhall.gateway.request.RequestFilter;
import guildhall.gateway.token.AccessToken;
import guildhall.gateway.token.TokenFilter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

@Component
@Order(FilterOrder.LIMIT)
class LimitFilter implements WebFilter {
    private static final GatewayProblem REFUSED =
            GatewayProblem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "gateway/rate-limited",
                    "Too many requests of this kind; wait as long as Retry-After says.");

    private final Policies policies;
    private final RateLimiter limiter;
    private final ProblemWriter problems;
    private final MeterRegistry metrics;

    LimitFilter(
            LimitProperties properties,
            RateLimiter limiter,
            ProblemWriter problems,
            MeterRegistry metrics) {
        policies = new Policies(properties.policies());
        this.limiter = limiter;
        this.problems = problems;
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return policies.find(request.getMethod(), request.getPath().pathWithinApplication())
                .map(policy -> limit(exchange, chain, policy))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> limit(ServerWebExchange exchange, WebFilterChain chain, Policy policy) {
        return limiter.acquire(policy, caller(exchange))
                .flatMap(wait ->
                        wait.isEmpty()
                                ? chain.filter(exchange)
                                : refuse(exchange, policy, wait.get()));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Policy policy, Duration wait) {
        metrics.counter("guildhall.gateway.limit.refused", "policy", policy.name()).increment();
        return problems.write(exchange, REFUSED.retryAfter(wait.plusSeconds(1)));
    }

    private static String caller(ServerWebExchange exchange) {
        return TokenFilter.tokenOf(exchange)
                .map(AccessToken::userId)
                .orElseGet(() -> RequestFilter.clientAddress(exchange));
    }
}
