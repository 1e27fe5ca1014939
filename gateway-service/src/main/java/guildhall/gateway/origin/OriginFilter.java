package guildhall.gateway.origin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guildhall.gateway.problem.GatewayProblem;
import guildhall.gateway.problem.ProblemWriter;
import guildhall.gateway.request.FilterOrder;
import guildhall.gateway.request.RequestFilter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers preflights, adds the CORS headers, refuses other origins and counts them. */
@Component
@Order(FilterOrder.ORIGIN)
class OriginFilter implements WebFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OriginFilter.class);
    private static final GatewayProblem REFUSED =
            GatewayProblem.of(
                    HttpStatus.FORBIDDEN, "gateway/origin-not-allowed", "Origin not allowed");
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, X-Request-Id";
    private static final String RESPONSE_HEADERS =
            "ETag, Idempotency-Replayed, Location, Retry-After, X-Request-Id";

    private final AllowedOrigins allowed;
    private final ProblemWriter problems;
    private final Counter refusals;

    /** Origins that were logged lately: somebody who keeps trying fills no log. */
    private final Cache<String, Boolean> logged =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .maximumSize(1_000)
                    .build();

    OriginFilter(OriginProperties properties, ProblemWriter problems, MeterRegistry metrics) {
        allowed = new AllowedOrigins(properties.allowed());
        this.problems = problems;
        refusals = metrics.counter("guildhall.gateway.origin.refused");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var origin = exchange.getRequest().getHeaders().getOrigin();
        if (origin == null || isOwn(exchange)) {
            return chain.filter(exchange);
        }
        if (!allowed.allows(origin)) {
            return refuse(exchange, origin);
        }
        var headers = exchange.getResponse().getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        headers.setAccessControlAllowOrigin(origin);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        if (isPreflight(exchange)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            headers.setAccessControlMaxAge(Duration.ofMinutes(10));
            exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
            return exchange.getResponse().setComplete();
        }
        return chain.filter(exchange);
    }

    private Mono<Void> refuse(ServerWebExchange exchange, String origin) {
        refusals.increment();
        var key = origin.substring(0, Math.min(200, origin.length()));
        if (logged.asMap().putIfAbsent(key, true) == null) {
            LOG.atWarn()
                    .addKeyValue("origin", key)
                    .addKeyValue("client", RequestFilter.clientAddress(exchange))
                    .addKeyValue("requestId", RequestFilter.requestId(exchange))
                    .log("Origin refused; further tries within a minute are only counted");
        }
        return problems.write(exchange, REFUSED);
    }

    private static boolean isPreflight(ServerWebExchange exchange) {
        return CorsUtils.isPreFlightRequest(exchange.getRequest());
    }

    /** The documentation page calls from the gateway's own origin. */
    private static boolean isOwn(ServerWebExchange exchange) {
        return !CorsUtils.isCorsRequest(exchange.getRequest());
    }
}
