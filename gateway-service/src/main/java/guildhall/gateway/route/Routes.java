package guildhall.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR;

import guildhall.gateway.problem.ProblemHandler;
import guildhall.gateway.problem.ProblemWriter;
import guildhall.gateway.route.RouteProperties.Service;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4jBulkheadProvider;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadConfigurationBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.BackoffConfig;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The route table, made from the configuration. */
@Configuration(proxyBeanMethods = false)
class Routes {
    private static final String UNAVAILABLE = "/internal/unavailable";
    private static final int SECOND_TRIES = 2;

    @Bean
    RouteLocator routeTable(RouteLocatorBuilder builder, RouteProperties properties) {
        var routes = builder.routes();
        properties
                .services()
                .forEach((name, service) -> {
                    if (!service.live().isEmpty()) {
                        addLive(routes, name, service);
                    }
                    add(routes, name, service);
                });
        return routes.build();
    }

    private static void add(RouteLocatorBuilder.Builder routes, String name, Service service) {
        routes.route(
                name,
                route ->
                        route.path(service.paths().toArray(String[]::new))
                                .filters(filters -> guarded(filters, name))
                                .uri(service.url()));
    }

    private static void addLive(RouteLocatorBuilder.Builder routes, String name, Service service) {
        routes.route(
                name + "-live",
                route -> route.path(service.live().toArray(String[]::new)).uri(service.url()));
    }

    @SuppressWarnings("unchecked") // The varargs of setExceptions are classes.
    private static UriSpec guarded(GatewayFilterSpec filters, String name) {
        return filters.circuitBreaker(breaker ->
                        breaker.setName(name.toLowerCase(Locale.ROOT))
                                .setFallbackUri(URI.create("forward:" + UNAVAILABLE)))
                .retry(retry ->
                        retry.setRetries(SECOND_TRIES)
                                .setMethods(HttpMethod.GET)
                                .setSeries()
                                .setStatuses()
                                .setExceptions(IOException.class)
                                .setBackoff(
                                        new BackoffConfig(
                                                Duration.ofMillis(50),
                                                Duration.ofMillis(200),
                                                2,
                                                true)));
    }

    /** Where the breaker sends an exchange whose service gave no answer. */
    @Bean
    RouterFunction<ServerResponse> unavailable(ProblemWriter problems) {
        return RouterFunctions.route(
                RequestPredicates.path(UNAVAILABLE),
                request ->
                        Mono.just(
                                new ProblemResponse(exchange ->
                                        problems.write(
                                                exchange,
                                                ProblemHandler.problemOf(failureOf(exchange))))));
    }

    private static Throwable failureOf(ServerWebExchange exchange) {
        Throwable failure = exchange.getAttribute(CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR);
        return failure == null ? new ResponseStatusException(HttpStatus.NOT_FOUND) : failure;
    }

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers(RouteProperties properties) {
        var breaker =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(properties.breakerOpen())
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build();
        var limiter = TimeLimiterConfig.custom().timeoutDuration(properties.answerWithin()).build();
        return factory ->
                factory.configureDefault(name ->
                        new Resilience4JConfigBuilder(name)
                                .circuitBreakerConfig(breaker)
                                .timeLimiterConfig(limiter)
                                .build());
    }

    @Bean
    Customizer<ReactiveResilience4jBulkheadProvider> bulkheads(RouteProperties properties) {
        var bulkhead =
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.inFlight())
                        .maxWaitDuration(Duration.ZERO)
                        .build();
        return provider ->
                provider.configureDefault(_ ->
                        new Resilience4jBulkheadConfigurationBuilder()
                                .bulkheadConfig(bulkhead)
                                .build());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
