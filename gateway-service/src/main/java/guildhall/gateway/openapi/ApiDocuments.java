package guildhall.gateway.openapi;

import guildhall.gateway.route.RouteProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fetches the documents of the services, keeps the last good ones, merges them. */
@Component
class ApiDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(ApiDocuments.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration TIME_OUT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private record Fetched(ObjectNode document, Instant at) {}

    private final Map<String, Fetched> known = new ConcurrentHashMap<>();
    private final RouteProperties routes;
    private final WebClient http;
    private final JsonMapper json;
    private final Clock clock;

    ApiDocuments(RouteProperties routes, JsonMapper json, Clock clock) {
        this.routes = routes;
        this.http =
                WebClient.builder()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                        .build();
        this.json = json;
        this.clock = clock;
    }

    Mono<JsonNode> merged() {
        return Flux.fromIterable(routes.services().entrySet())
                .flatMap(entry -> fetch(entry.getKey(), entry.getValue()))
                .then(Mono.fromSupplier(this::merge));
    }

    private JsonNode merge() {
        var documents = new TreeMap<String, ObjectNode>();
        known.forEach((name, fetched) -> documents.put(name, fetched.document()));
        return MergedApi.of(json, documents);
    }

    private Mono<Void> fetch(String name, RouteProperties.Service service) {
        var fresh =
                Optional.ofNullable(known.get(name))
                        .filter(fetched -> fetched.at().plus(FRESH).isAfter(clock.instant()));
        if (fresh.isPresent()) {
            return Mono.empty();
        }
        return http.get()
                .uri(service.url().resolve("/v3/api-docs"))
                .retrieve()
                .bodyToMono(ObjectNode.class)
                .timeout(TIME_OUT)
                .doOnNext(document -> known.put(name, new Fetched(document, clock.instant())))
                .onErrorResume(away -> {
                    LOG.info("No API document of {} at the moment: {}", name, away.toString());
                    return Mono.empty();
                })
                .then();
    }
}
