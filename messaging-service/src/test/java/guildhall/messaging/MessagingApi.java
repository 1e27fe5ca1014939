package guildhall.messaging;

import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.messaging.ConversationEvents.ConversationCreatedV1;
import guildhall.messages.money.Money;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients and contract-service use it. */
public final class MessagingApi extends ServiceApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaProbe probe;

    public MessagingApi(int port, KafkaProbe probe) {
        super(port);
        this.probe = probe;
    }

    /** A conversation and who takes part in it. */
    public record Talk(String id, ContractId contract, TestCaller client, TestCaller talent) {}

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

    public Answer write(String conversation, TestCaller sender, String text) {
        return write(conversation, sender, text, UUID.randomUUID().toString());
    }

    public Answer write(String conversation, TestCaller sender, String text, String key) {
        return send(
                "POST",
                "/v1/conversations/" + conversation + "/messages",
                sender,
                JSON.writeValueAsString(Map.of("body", text)),
                Map.of("Idempotency-Key", key));
    }

    public Answer read(String conversation, TestCaller reader, long seq) {
        return send(
                "POST",
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
}
