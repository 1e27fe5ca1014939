package guildhall.testkit.openapi;

import guildhall.testkit.openapi.Attempt.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plain HTTP. */
final class ProbeClient {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;

    ProbeClient(URI base) {
        this.base = base;
    }

    ApiDocument document() {
        var request = new Request("GET", "/v3/api-docs", Map.of(), Optional.empty());
        var response = send(request);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    "No OpenAPI document at %s/v3/api-docs: %d"
                            .formatted(base, response.statusCode()));
        }
        return new ApiDocument(response.body());
    }

    HttpResponse<String> send(Attempt attempt) {
        return send(attempt.request());
    }

    private HttpResponse<String> send(Request request) {
        var builder =
                HttpRequest.newBuilder(base.resolve(request.path()))
                        .timeout(PATIENCE)
                        .method(
                                request.method(),
                                request.body()
                                        .map(BodyPublishers::ofString)
                                        .orElseGet(BodyPublishers::noBody));
        request.headers().forEach(builder::header);
        if (Attempt.FRESH_KEY.equals(request.headers().get(IDEMPOTENCY_KEY))) {
            builder.setHeader(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        }
        try {
            return http.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(request.toString(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
