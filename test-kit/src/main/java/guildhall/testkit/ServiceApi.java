package guildhall.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service as its clients use it; a service's tests add what its clients say. */
public class ServiceApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public ServiceApi(int port) {
        this.base = URI.create("http://localhost:" + port);
    }

    /** An answer; no body reads like an empty object. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {
        /** A field of the body, or with a slash in front a JSON pointer into it. */
        public String text(String field) {
            return node(field).asString();
        }

        public long number(String field) {
            return node(field).asLong();
        }

        public String id() {
            return text("id");
        }

        public String etag() {
            return header("ETag");
        }

        /** Where the answer says that something is. */
        public URI location() {
            return URI.create(header("Location"));
        }

        public String header(String name) {
            return headers.firstValue(name).orElseThrow(() -> new AssertionError("No " + name));
        }

        /** What follows the address that all types of problems share. */
        public String problem() {
            return text("type").replace("https://api.guildhall.example/problems/", "");
        }

        public List<String> texts(String field) {
            return node(field).valueStream().map(JsonNode::asString).toList();
        }

        /** Of a page. */
        public List<JsonNode> items() {
            return node("items").valueStream().toList();
        }

        /** One field of every item of a page. */
        public List<String> items(String field) {
            return items().stream().map(item -> at(item, field).asString()).toList();
        }

        private JsonNode node(String field) {
            return at(body, field);
        }

        private static JsonNode at(JsonNode node, String field) {
            return field.startsWith("/") ? node.at(field) : node.path(field);
        }
    }

    /**
     * @param caller null for strangers
     */
    public Answer get(String path, @Nullable TestCaller caller) {
        return send("GET", path, caller, null, Map.of());
    }

    public Answer post(String path, TestCaller caller) {
        return post(path, caller, null);
    }

    /** With a fresh idempotency key. */
    public Answer post(String path, TestCaller caller, @Nullable String body) {
        return send("POST", path, caller, body, key());
    }

    public Answer patch(String path, TestCaller caller, String ifMatch, String body) {
        return send("PATCH", path, caller, body, Map.of("If-Match", ifMatch));
    }

    public Answer send(
            String method,
            String path,
            @Nullable TestCaller caller,
            @Nullable String body,
            Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(PATIENCE)
                        .method(method, of(body));
        headers.forEach(request::header);
        if (caller != null) {
            request.header("Authorization", caller.bearer());
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var text = response.body().isEmpty() ? "{}" : response.body();
            return new Answer(response.statusCode(), response.headers(), JSON.readTree(text));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static BodyPublisher of(@Nullable String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    /** The header with a fresh idempotency key. */
    public static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
