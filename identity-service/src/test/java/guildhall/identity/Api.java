package guildhall.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client sees it. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> headers;

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Api at(int port) {
        return new Api("http://localhost:" + port, Map.of("User-Agent", "Test browser"));
    }

    public Api with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, Map.copyOf(more));
    }

    public Api as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    private Answer send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body.replace('\'', '"')))
                        .header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the service answered. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode body() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return body().path(field).asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The last part of the type of a problem. */
        public String problem() {
            return text("type").replaceFirst(".*/problems/", "");
        }

        /** All that a stranger could compare. */
        public String fingerprint() {
            var headers = new TreeMap<>(response.headers().map());
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
            headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("request-id"));
            headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("trace"));
            return status() + "\n" + headers + "\n" + response.body();
        }
    }
}
