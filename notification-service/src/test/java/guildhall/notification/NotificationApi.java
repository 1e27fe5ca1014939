package guildhall.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.testkit.TestCaller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients and payment-service use it. */
public final class NotificationApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient http;

    public NotificationApi(int port) {
        this.http = RestClient.create("http://localhost:" + port);
    }

    /** An answer: status and body. */
    public record Answer(int status, JsonNode body) {
        public String text(String field) {
            return body.path(field).asString();
        }

        public String problem() {
            return text("type").replace("https://api.guildhall.example/problems/", "");
        }
    }

    /** Becomes one notification, and one mail, for the owner of the wallet. */
    public static PaymentSucceededV1 payment(TestCaller owner, long cents) {
        return new PaymentSucceededV1(
                owner.party(),
                owner.user(),
                new PaymentIntentId(UUID.randomUUID()),
                Money.of(cents, "USD"),
                Instant.parse("2027-03-01T09:30:00Z"));
    }

    public Answer get(String path, TestCaller caller) {
        return send(HttpMethod.GET, path, caller);
    }

    public Answer post(String path, TestCaller caller) {
        return send(HttpMethod.POST, path, caller);
    }

    public List<JsonNode> items(String query, TestCaller caller) {
        return items(get("/v1/notifications" + query, caller));
    }

    public static List<JsonNode> items(Answer page) {
        return page.body().path("items").valueStream().toList();
    }

    public long unread(TestCaller caller) {
        return get("/v1/notifications/unread-count", caller).body().path("unread").asLong(-1);
    }

    private Answer send(HttpMethod method, String path, TestCaller caller) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .exchange((_, response) -> {
                    var text = new String(response.getBody().readAllBytes(), UTF_8);
                    var tree = JSON.readTree(text.isEmpty() ? "{}" : text);
                    return new Answer(response.getStatusCode().value(), tree);
                });
    }
}
