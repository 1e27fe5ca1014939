package guildhall.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.messaging.ConversationEvents.ConversationCreatedV1;
import guildhall.messages.money.Money;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients and contract-service use it. */
public final class MessagingApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient http;
    private final KafkaProbe probe;

    public MessagingApi(int port, KafkaProbe probe) {
        this.http = RestClient.create("http://localhost:" + port);
        this.probe = probe;
    }

    /** A conversation and who takes part in it. */
    public record Talk(String id, ContractId contract, TestCaller client, TestCaller talent) {}

    /** An answer: status and body. */
    public record Answer(int status, JsonNode body) {
        public String text(String field) {
            return body.path(field).asString();
        }

        public long number(String field) {
            return body.path(field).asLong();
        }

        public String problem() {
            return text("type").replace("https://api.guildhall.example/problems/", "");
        }
    }

    public Talk openConversation() {
        return openConversation(TestCaller.client(), TestCaller.talent());
    }

    /** As it happens: a contract becomes active, and the conversation is there. */
    public Talk openConversation(TestCaller client, TestCaller talent) {
        var activated = activated(client, talent);
        probe.publish(activated);
        var created =
                probe.await(
                        ConversationCreatedV1.class,
                        event -> activated.contractId().equals(event.contractId()));
        return new Talk(
                created.conversationId().toString(), activated.contractId(), client, talent);
    }

    public static ContractActivatedV1 activated(TestCaller client, TestCaller talent) {
        return new ContractActivatedV1(
                new ContractId(UUID.randomUUID()),
                "C-2027-0001",
                new JobId(UUID.randomUUID()),
                new ProposalId(UUID.randomUUID()),
                "A logo for the bakery",
                client.side(),
                talent.side(),
                Money.of(50_000, "USD"),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    public Answer post(String conversation, TestCaller sender, String text) {
        return post(conversation, sender, text, UUID.randomUUID().toString());
    }

    public Answer post(String conversation, TestCaller sender, String text, String key) {
        return send(
                HttpMethod.POST,
                "/v1/conversations/" + conversation + "/messages",
                sender,
                JSON.writeValueAsString(Map.of("body", text)),
                Map.of("Idempotency-Key", key));
    }

    public Answer read(String conversation, TestCaller reader, long seq) {
        return send(
                HttpMethod.POST,
                "/v1/conversations/" + conversation + "/read",
                reader,
                JSON.writeValueAsString(Map.of("seq", seq)),
                Map.of());
    }

    public Answer conversation(String id, TestCaller reader) {
        return get("/v1/conversations/" + id, reader);
    }

    /** Newest first. */
    public List<String> bodies(String conversation, TestCaller reader) {
        var page = get("/v1/conversations/" + conversation + "/messages?limit=100", reader);
        return page.body().path("items").valueStream().map(m -> m.path("body").asString()).toList();
    }

    public Answer get(String path, @Nullable TestCaller caller) {
        return send(HttpMethod.GET, path, caller, null, Map.of());
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
            return new Answer(
                    response.getStatusCode().value(), JSON.readTree(text.isEmpty() ? "{}" : text));
        });
    }
}
