package guildhall.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.testkit.TestCaller;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients use it. */
public final class JobApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient http;

    public JobApi(int port) {
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

    public Answer draft(TestCaller client, String title, String description) {
        var body =
                """
                {"title": "%s", "description": "%s", "category": "Design", "kind": "FIXED",
                 "skills": ["Illustration", "branding"], "tags": ["small-business"],
                 "budget": {"min": {"amount": 20000, "currency": "USD"},
                            "max": {"amount": 60000, "currency": "USD"}},
                 "maxProposals": 3}\
                """
                        .formatted(title, description);
        return send(HttpMethod.POST, "/v1/jobs", client, body);
    }

    /** A published job that takes three proposals; its id. */
    public String openJob(TestCaller client, String title) {
        var id = draft(client, title, "A logo that works on paper bags.").id();
        return post("/v1/jobs/" + id + "/publication", client).id();
    }

    public Answer propose(TestCaller talent, String job, long bid) {
        var path = "/v1/jobs/" + job + "/proposals";
        var body =
                """
                {"bid": {"amount": %d, "currency": "USD"}, "durationDays": 14,
                 "coverLetter": "I draw logos for small shops."}\
                """
                        .formatted(bid);
        return send(HttpMethod.POST, path, talent, body);
    }

    public Answer accept(TestCaller client, String proposal) {
        return post("/v1/proposals/" + proposal + "/acceptance", client);
    }

    public String statusOf(String proposal, TestCaller caller) {
        return get("/v1/proposals/" + proposal, caller).text("status");
    }

    public String jobStatus(String job, TestCaller caller) {
        return get("/v1/jobs/" + job, caller).text("status");
    }

    public Answer get(String path, @Nullable TestCaller caller) {
        return send(HttpMethod.GET, path, caller, null);
    }

    public Answer post(String path, TestCaller caller) {
        return send(HttpMethod.POST, path, caller, null);
    }

    public Answer send(
            HttpMethod method, String path, @Nullable TestCaller caller, @Nullable String body) {
        return send(method, path, caller, body, Map.of());
    }

    public Answer send(
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

    /** A fresh idempotency key. */
    public static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
