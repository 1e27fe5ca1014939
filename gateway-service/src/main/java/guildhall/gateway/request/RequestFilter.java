package guildhall.gateway.request;

import static java.util.Objects.requireNonNull;

import guildhall.gateway.observe.TraceChoice;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Request id in and out, parent of the trace, client address, security headers. */
@Component
@Order(FilterOrder.REQUEST)
public class RequestFilter implements WebFilter {
    public static final String REQUEST_ID = "X-Request-Id";
    static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String ID_ATTRIBUTE = RequestFilter.class.getName() + ".id";
    private static final String CLIENT_ATTRIBUTE = RequestFilter.class.getName() + ".client";
    private static final String PATH_ATTRIBUTE = RequestFilter.class.getName() + ".path";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final Set<String> trustedProxies;

    RequestFilter(RequestProperties properties) {
        trustedProxies = Set.copyOf(properties.trustedProxies());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var id = idOf(request);
        var client = clientOf(request);
        exchange.getAttributes().put(ID_ATTRIBUTE, id);
        exchange.getAttributes().put(CLIENT_ATTRIBUTE, client);
        exchange.getAttributes().put(PATH_ATTRIBUTE, request.getURI().getRawPath());
        addHeaders(exchange.getResponse().getHeaders(), id);
        var forwarded = request.mutate().header(REQUEST_ID, id);
        TraceChoice.parentOf(exchange)
                .ifPresent(parent -> forwarded.header(TraceChoice.PARENT, parent));
        return chain.filter(exchange.mutate().request(forwarded.build()).build());
    }

    /** Never empty once the filter has run. */
    public static String requestId(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ID_ATTRIBUTE, "");
    }

    /** What the client asked for, also after a forward. */
    public static String path(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(PATH_ATTRIBUTE, "/");
    }

    /** The address of the client, behind proxies that we trust. */
    public static String clientAddress(ServerWebExchange exchange) {
        return requireNonNull(exchange.<String>getAttribute(CLIENT_ATTRIBUTE));
    }

    private static String idOf(ServerHttpRequest request) {
        var given = request.getHeaders().getFirst(REQUEST_ID);
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private String clientOf(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        var address = remote == null ? "unknown" : remote.getHostString();
        if (!trustedProxies.contains(address)) {
            return address;
        }
        var hops = request.getHeaders().getFirst(FORWARDED_FOR);
        return hops == null ? address : lastUntrusted(hops.split(","), address);
    }

    /** Reads from the right: whatever a client wrote itself stands further left. */
    private String lastUntrusted(String[] hops, String address) {
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!trustedProxies.contains(hop)) {
                return hop;
            }
        }
        return address;
    }

    private static void addHeaders(HttpHeaders headers, String id) {
        headers.set(REQUEST_ID, id);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
