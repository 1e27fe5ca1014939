package guildhall.runtime.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What may be called without a token, declared as a bean. Everything else needs one. A token that
 * comes along is still verified.
 *
 * <pre>{@code
 * @Bean
 * PublicEndpoints publicEndpoints() {
 *     return PublicEndpoints.none().get("/v1/jobs", "/v1/jobs/{id}").post("/v1/users");
 * }
 * }</pre>
 */
public record PublicEndpoints(List<Endpoint> endpoints) {
    /** One method on the paths that match a pattern ({@code *} is one segment). */
    public record Endpoint(HttpMethod method, String pattern) {}

    public PublicEndpoints {
        endpoints = List.copyOf(endpoints);
    }

    public static PublicEndpoints none() {
        return new PublicEndpoints(List.of());
    }

    public PublicEndpoints get(String... patterns) {
        return and(HttpMethod.GET, patterns);
    }

    public PublicEndpoints post(String... patterns) {
        return and(HttpMethod.POST, patterns);
    }

    public PublicEndpoints and(HttpMethod method, String... patterns) {
        var more = new ArrayList<>(endpoints);
        Arrays.stream(patterns).map(pattern -> new Endpoint(method, pattern)).forEach(more::add);
        return new PublicEndpoints(more);
    }

    /** Whether a path, or the template of one, is public. */
    public boolean allows(HttpMethod method, String path) {
        var segments = PathContainer.parsePath(path.replaceAll("[{}]", ""));
        return endpoints.stream()
                .filter(endpoint -> endpoint.method().equals(method))
                .map(endpoint -> PathPatternParser.defaultInstance.parse(endpoint.pattern()))
                .anyMatch(pattern -> pattern.matches(segments));
    }
}
