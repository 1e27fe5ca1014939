package guildhall.gateway.observe;

import guildhall.gateway.request.FilterOrder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Times every request, by route, method and status. */
@Component
@Order(FilterOrder.OBSERVE)
class ObserveFilter implements WebFilter {
    /** Answered by the gateway itself. */
    private static final String NO_ROUTE = "none";

    /** The client went away before an answer. */
    private static final int NO_STATUS = 0;

    /** Callers may invent others, without end. */
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());

    private final MeterRegistry metrics;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String route, String method, int status) {}

    ObserveFilter(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var begin = System.nanoTime();
        return chain.filter(exchange).doFinally(_ -> record(exchange, begin));
    }

    private void record(ServerWebExchange exchange, long begin) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var method = exchange.getRequest().getMethod();
        var status = exchange.getResponse().getStatusCode();
        var kind =
                new Kind(
                        route == null ? NO_ROUTE : route.getId(),
                        METHODS.contains(method) ? method.name() : "OTHER",
                        status == null ? NO_STATUS : status.value());
        timers.computeIfAbsent(kind, this::timer)
                .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("guildhall.gateway.requests")
                .description(
                        "Requests of clients; those of live routes last as long as they listen")
                .tag("route", kind.route())
                .tag("method", kind.method())
                .tag("status", Integer.toString(kind.status()))
                .register(metrics);
    }
}
