package guildhall.messaging.conversation.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.messages.id.ConversationId;
import guildhall.messages.messaging.ConversationEvents.ConversationCreatedV1;
import guildhall.messages.messaging.ConversationEvents.MessageSentV1;
import guildhall.messaging.MessagingApi;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({KAFKA, MONGO, REDIS})
class ConversationIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired MongoTemplate mongo;

    MessagingApi api;

    @BeforeEach
    void connect() {
        api = new MessagingApi(port, probe);
    }

    @Test
    void opensOneConversationPerContract() {
        var client = TestCaller.client();
        var talent = TestCaller.talent();
        var activated = MessagingApi.activated(client, talent);

        probe.publish(activated);
        var again = probe.publish(activated);

        await().until(() -> isHandled(again));
        var listed = api.get("/v1/conversations", talent);
        assertThat(each("contractId", listed)).containsExactly(activated.contractId().toString());
        var id = ConversationId.of(each("id", listed).getFirst());
        probe.await(ConversationCreatedV1.class, event -> event.conversationId().equals(id));
        assertThat(probe.all(ConversationCreatedV1.class))
                .filteredOn(event -> activated.contractId().equals(event.contractId()))
                .containsExactly(
                        new ConversationCreatedV1(
                                id,
                                "CONTRACT",
                                "A logo for the bakery",
                                activated.contractId(),
                                List.of(client.user(), talent.user()),
                                activated.activatedAt()));
    }

    @Test
    void publishesThatSomebodyWroteButNotWhat() {
        var talk = api.openConversation();

        var sent = api.write(talk.id(), talk.talent(), "My secret");

        var id = ConversationId.of(talk.id());
        var arrival =
                probe.awaitArrival(MessageSentV1.class, event -> event.conversationId().equals(id));
        assertThat(arrival.message())
                .isEqualTo(
                        new MessageSentV1(
                                id,
                                1,
                                "A logo for the bakery",
                                talk.talent().user(),
                                List.of(talk.client().user()),
                                Instant.parse(sent.text("sentAt"))));
        assertThat(arrival.header("actor")).contains(talk.talent().user().toString());
    }

    @Test
    void numbersMessagesOfParallelSendersWithoutGaps() throws Exception {
        var talk = api.openConversation();
        var posts =
                IntStream.range(0, 16)
                        .<Callable<List<Answer>>>mapToObj(sender -> () -> postFive(talk, sender))
                        .toList();

        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Answer>> sender : threads.invokeAll(posts)) {
                answers.addAll(sender.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(answer -> answer.number("seq")).sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(api.bodies(talk.id(), talk.client())).hasSize(80).doesNotHaveDuplicates();
        assertThat(api.conversation(talk.id(), talk.client()).number("lastSeq")).isEqualTo(80);
        var id = ConversationId.of(talk.id());
        await().until(() ->
                probe.all(MessageSentV1.class).stream()
                                .filter(event -> event.conversationId().equals(id))
                                .map(MessageSentV1::seq)
                                .collect(toSet())
                                .size()
                        == 80);
    }

    private List<Answer> postFive(MessagingApi.Talk talk, int sender) {
        return IntStream.range(0, 5)
                .mapToObj(i ->
                        api.write(
                                talk.id(),
                                sender % 2 == 0 ? talk.client() : talk.talent(),
                                sender + " says " + i))
                .toList();
    }

    @Test
    void answersARepeatWithTheFirstMessage() {
        var talk = api.openConversation();
        var key = UUID.randomUUID().toString();

        var first = api.write(talk.id(), talk.client(), "Hello", key);
        var repeat = api.write(talk.id(), talk.client(), "Hello", key);
        var other = api.write(talk.id(), talk.client(), "Goodbye", key);

        assertThat(repeat.status()).isEqualTo(first.status());
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(other.problem()).isEqualTo("request/key-reused");
        assertThat(api.bodies(talk.id(), talk.client())).containsExactly("Hello");
    }

    @Test
    void findsTheFirstMessageEvenWhenItsAnswerWasNotKept() {
        var talk = api.openConversation();
        var key = UUID.randomUUID().toString();
        var first = api.write(talk.id(), talk.client(), "Hello", key);
        forgetAnswers();

        var repeat = api.write(talk.id(), talk.client(), "Hello", key);
        forgetAnswers();
        var other = api.write(talk.id(), talk.client(), "Goodbye", key);

        assertThat(repeat.status()).isEqualTo(first.status());
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(other.problem()).isEqualTo("request/key-reused");
        assertThat(api.bodies(talk.id(), talk.client())).containsExactly("Hello");
    }

    @Test
    void completesWhatACrashLeftHalfDone() {
        var talk = api.openConversation();
        var key = UUID.randomUUID().toString();
        api.write(talk.id(), talk.client(), "Hello", key);
        forgetAnswers();
        update(talk.id(), new Update().set("lastSeq", 0));

        api.write(talk.id(), talk.client(), "Hello", key);

        assertThat(api.conversation(talk.id(), talk.client()).number("lastSeq")).isEqualTo(1);
    }

    @Test
    void doesNotExistForStrangers() {
        var talk = api.openConversation();
        api.write(talk.id(), talk.client(), "Between us");
        var stranger = TestCaller.client();

        var answers =
                List.of(
                        api.conversation(talk.id(), stranger),
                        api.get("/v1/conversations/" + talk.id() + "/messages", stranger),
                        api.write(talk.id(), stranger, "Hello"),
                        api.read(talk.id(), stranger, 1),
                        api.conversation(talk.id(), TestCaller.staff("ADMIN")));

        assertThat(answers)
                .allMatch(answer -> answer.status() == 404)
                .allMatch(answer -> answer.problem().equals("messaging/unknown-conversation"));
        assertThat(api.get("/v1/conversations", stranger).body().path("items")).isEmpty();
    }

    @Test
    void takesNoMessageWhenLocked() {
        var talk = api.openConversation();
        update(talk.id(), new Update().set("state", "LOCKED"));

        var answer = api.write(talk.id(), talk.client(), "Hello?");

        assertThat(answer.problem()).isEqualTo("messaging/conversation-locked");
        assertThat(api.conversation(talk.id(), talk.client()).text("state")).isEqualTo("LOCKED");
    }

    @Test
    void movesReadMarksForwardOnlyAndNotPastTheLastMessage() {
        var talk = api.openConversation();
        for (var text : List.of("one", "two", "three")) {
            api.write(talk.id(), talk.talent(), text);
        }

        assertThat(api.read(talk.id(), talk.client(), 2).number("seq")).isEqualTo(2);
        assertThat(api.read(talk.id(), talk.client(), 1).number("seq")).isEqualTo(2);
        assertThat(api.read(talk.id(), talk.client(), 99).number("seq")).isEqualTo(3);
        assertThat(api.conversation(talk.id(), talk.talent()).body().at("/participants/0/readSeq"))
                .hasToString("3");
    }

    @Test
    void countsWhatOthersWroteAndOneHasNotRead() {
        var talk = api.openConversation();
        api.write(talk.id(), talk.talent(), "one");
        api.write(talk.id(), talk.talent(), "two");

        assertThat(unread(talk, talk.client())).isEqualTo(2);
        assertThat(unread(talk, talk.talent())).isZero();

        api.read(talk.id(), talk.client(), 1);
        api.write(talk.id(), talk.client(), "three, not having seen two");

        assertThat(unread(talk, talk.client())).isEqualTo(1);
        assertThat(unread(talk, talk.talent())).isEqualTo(1);
        assertThat(each("unread", api.get("/v1/conversations", talk.client())))
                .containsExactly("1");
    }

    @Test
    void listsMessagesPageByPage() {
        var talk = api.openConversation();
        postFive(talk, 0);

        var path = "/v1/conversations/" + talk.id() + "/messages?limit=2";
        var first = api.get(path, talk.talent());
        var second = api.get(path + "&after=" + first.text("next"), talk.talent());
        var third = api.get(path + "&after=" + second.text("next"), talk.talent());

        assertThat(each("seq", first)).containsExactly("5", "4");
        assertThat(each("seq", second)).containsExactly("3", "2");
        assertThat(each("seq", third)).containsExactly("1");
        assertThat(third.body().path("next").isNull()).isTrue();
    }

    @Test
    void listsConversationsByTheirLastMessage() {
        var client = TestCaller.client();
        var first = api.openConversation(client, TestCaller.talent());
        var second = api.openConversation(client, TestCaller.talent());
        var third = api.openConversation(client, TestCaller.talent());
        api.write(third.id(), client, "Hello");
        api.write(first.id(), first.talent(), "Hello");

        var page = api.get("/v1/conversations?limit=2", client);
        var rest = api.get("/v1/conversations?limit=2&after=" + page.text("next"), client);

        assertThat(each("id", page)).containsExactly(first.id(), third.id());
        assertThat(each("id", rest)).containsExactly(second.id());
        assertThat(api.get("/v1/conversations?after=123.none", client).status()).isEqualTo(400);
    }

    private long unread(MessagingApi.Talk talk, TestCaller reader) {
        return api.conversation(talk.id(), reader).number("unread");
    }

    private static List<String> each(String field, Answer page) {
        return page.body().path("items").valueStream().map(i -> i.path(field).asString()).toList();
    }

    private boolean isHandled(UUID message) {
        var id = "messaging.contract-conversations/" + message;
        return mongo.getCollection("inbox").find(new Document("_id", id)).first() != null;
    }

    private void forgetAnswers() {
        mongo.getCollection("idempotency_keys").deleteMany(new Document());
    }

    private void update(String conversation, Update update) {
        mongo.updateFirst(
                query(where("_id").is(conversation)), update, ConversationDocument.COLLECTION);
    }
}
