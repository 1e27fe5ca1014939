package guildhall.gateway.observe;

import static java.util.Objects.requireNonNull;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayContext;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Chooses the requests that are traced: asked when one arrives, and when it leaves again. */
@Component
public class TraceChoice implements ObservationPredicate {
    public static final String PARENT = TraceParent.HEADER;

    private final double share;

    TraceChoice(ObserveProperties properties) {
        share = properties.traced();
    }

    @Override
    public boolean test(String name, Observation.Context context) {
        return switch (context) {
            case ServerRequestObservationContext arriving -> choose(arriving);
            case GatewayContext leaving -> isTraced(leaving.getServerWebExchange());
            default -> true;
        };
    }

    private boolean choose(ServerRequestObservationContext arriving) {
        var parent =
                requireNonNull(arriving.getCarrier()).getHeaders().getFirst(TraceParent.HEADER);
        var traced =
                parent == null
                        ? ThreadLocalRandom.current().nextDouble() < share
                        : TraceParent.isSampled(parent);
        arriving.put(TraceChoice.class, traced);
        return traced;
    }

    private static boolean isTraced(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(arrived -> arrived.getOrDefault(TraceChoice.class, false))
                .orElse(false);
    }

    /** For the header {@code traceparent} of a request that neither we nor its caller trace. */
    public static Optional<String> parentOf(ServerWebExchange exchange) {
        return isTraced(exchange)
                        || exchange.getRequest().getHeaders().containsHeader(TraceParent.HEADER)
                ? Optional.empty()
                : Optional.of(TraceParent.notSampled(ThreadLocalRandom.current()));
    }
}
