package guildhall.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.messages.id.ContractId;
import guildhall.testkit.TestCaller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients use it. */
public final class ReviewApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient http;

    public ReviewApi(int port) {
        this.http = RestClient.create("http://localhost:" + port);
    }

    /** An answer: status, entity tag and body. */
    public record Answer(int status, @Nullable String etag, JsonNode body) {
        public String text(String field) {
            return body.path(field).asString();
        }

        public String problem() {
            return text("type").replace("https://api.guildhall.example/problems/", "");
        }

        public String id() {
            return text("id");
        }
    }

    public Answer review(TestCaller caller, ContractId contract, int rating, String comment) {
        var body =
                """
                {"contractId": "%s", "rating": %d, "criteria": {"communication": 5},
                 "comment": "%s", "privateFeedback": "Between us."}\
                """
                        .formatted(contract, rating, comment);
        return send(HttpMethod.POST, "/v1/reviews", caller, body, Map.of());
    }

    public Answer rewrite(TestCaller caller, String review, String etag, int rating) {
        return send(
                HttpMethod.PUT,
                "/v1/reviews/" + review,
                caller,
                "{\"rating\": %d}".formatted(rating),
                Map.of("If-Match", etag));
    }

    public Answer respond(TestCaller caller, String path, String text) {
        var body = "{\"text\": \"%s\"}".formatted(text);
        return send(HttpMethod.POST, path, caller, body, Map.of());
    }

    public Answer get(String path, @Nullable TestCaller caller) {
        return send(HttpMethod.GET, path, caller, null, Map.of());
    }

    private Answer send(
            HttpMethod method,
            String path,
            @Nullable TestCaller caller,
            @Nullable String body,
            Map<String, String> headers) {
        var request = http.method(method).uri(path);
        headers.forEach(request::header);
        if (caller != null) {
            request.header(HttpHeaders.AUTHORIZATION, caller.bearer());
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange((_, response) -> {
            var text = new String(response.getBody().readAllBytes(), UTF_8);
            var tree = JSON.readTree(text.isEmpty() ? "{}" : text);
            return new Answer(
                    response.getStatusCode().value(), response.getHeaders().getETag(), tree);
        });
    }
}
