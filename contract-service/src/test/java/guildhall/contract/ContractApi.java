package guildhall.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.testkit.TestCaller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients use it. */
public final class ContractApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient http;

    public ContractApi(int port) {
        this.http = RestClient.create("http://localhost:" + port);
    }

    /** An answer: status, headers and body. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {
        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public String etag() {
            return Objects.requireNonNull(headers.getETag());
        }

        public String problem() {
            return text("/type").replace("https://api.guildhall.example/problems/", "");
        }

        public List<String> texts(String pointer) {
            return body.at(pointer).valueStream().map(JsonNode::asString).toList();
        }

        /** One field of every item of a list. */
        public List<String> items(String field) {
            return body.at("/items").valueStream().map(item -> item.at(field).asString()).toList();
        }
    }

    public Answer get(String path, TestCaller caller) {
        return send(HttpMethod.GET, path, caller, null, Map.of());
    }

    public Answer post(String path, TestCaller caller) {
        return post(path, caller, null);
    }

    /** With a fresh idempotency key. */
    public Answer post(String path, TestCaller caller, @Nullable String body) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return send(HttpMethod.POST, path, caller, body, key);
    }

    public Answer patch(String path, TestCaller caller, String ifMatch, String body) {
        return send(HttpMethod.PATCH, path, caller, body, Map.of("If-Match", ifMatch));
    }

    public Answer send(
            HttpMethod method,
            String path,
            TestCaller caller,
            @Nullable String body,
            Map<String, String> headers) {
        var request = http.method(method).uri(path);
        headers.forEach(request::header);
        request.header(HttpHeaders.AUTHORIZATION, caller.bearer());
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange((_, response) -> {
            var text = new String(response.getBody().readAllBytes(), UTF_8);
            return new Answer(
                    response.getStatusCode().value(),
                    response.getHeaders(),
                    JSON.readTree(text.isEmpty() ? "{}" : text));
        });
    }
}
