package guildhall.messaging.conversation.adapter;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.ConversationRejection;
import guildhall.messaging.conversation.ConversationRejection.ConversationLocked;
import guildhall.messaging.conversation.ConversationRejection.KeyReused;
import guildhall.messaging.conversation.ConversationRejection.UnknownConversation;
import guildhall.messaging.conversation.Conversations;
import guildhall.messaging.conversation.PostMessage;
import guildhall.messaging.conversation.SentMessage;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import guildhall.runtime.live.LiveChannel;
import guildhall.runtime.live.LiveEvent;
import guildhall.runtime.live.LiveFeed;
import guildhall.runtime.live.Subscriber;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(controllers = ConversationController.class, properties = "LOG_FORMAT=")
@Import({
    ConversationNews.class,
    ConversationControllerTest.StubConversations.class,
    ConversationControllerTest.SilentFeed.class
})
class ConversationControllerTest {
    static final String PATH = "/v1/conversations/" + new UUID(0, 1);
    static final TestCaller CALLER = TestCaller.client();

    @Autowired MockMvcTester http;
    @Autowired StubConversations conversations;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void answersEachRejectionWithItsProblem(
            ConversationRejection rejection, int status, String code) {
        conversations.answer = _ -> reject(rejection);

        isProblem(post("/messages", "{\"body\": \"Hello\"}"), status, code);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new UnknownConversation(), 404, "messaging/unknown-conversation"),
                Arguments.of(new ConversationLocked(), 409, "messaging/conversation-locked"),
                Arguments.of(new KeyReused(), 422, "request/key-reused"));
    }

    @Test
    void hidesConversationsOfOthers() {
        isProblem(get(""), 404, "messaging/unknown-conversation");
        isProblem(get("/messages"), 404, "messaging/unknown-conversation");
        isProblem(post("/read", "{\"seq\": 1}"), 404, "messaging/unknown-conversation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"body\": null}",
                "{\"body\": \"\"}",
                "{\"body\": \" \\n \"}",
                "{\"body\": \"<p><br></p>\"}",
                "{\"body\": {\"text\": \"Hello\"}}"
            })
    void wantsText(String body) {
        var answer = post("/messages", body);

        isProblem(answer, 400, "request/invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/body");
    }

    @Test
    void takesFiveThousandCharactersAndNotOneMore() {
        conversations.answer = command -> accept(command.numbered(1));

        var longest = post("/messages", "{\"body\": \"%s\"}".formatted("x".repeat(5_000)));
        var tooLong = post("/messages", "{\"body\": \"%s\"}".formatted("x".repeat(5_001)));

        assertThat(longest).hasStatus(201);
        isProblem(tooLong, 400, "request/invalid");
        assertThat(tooLong).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/body");
    }

    @Test
    void takesTheMarkupOut() {
        conversations.answer = command -> accept(command.numbered(1));

        var answer = post("/messages", "{\"body\": \"<b>Hello</b><script>alert(1)</script>\"}");

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.body").isEqualTo("Hello");
    }

    @ParameterizedTest
    @CsvSource({"/messages", "/read"})
    void wantsAnId(String what) {
        var answer = send("/v1/conversations/none" + what, "{\"body\": \"Hello\", \"seq\": 1}");

        isProblem(answer, 400, "request/invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"seq\": -1}", "{\"seq\": \"last\"}", "{\"seq\": 1.5}"})
    void wantsAReadMark(String body) {
        var answer = post("/read", body);

        isProblem(answer, 400, "request/invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/seq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages?after=last", "/messages?after=-1", "/messages?limit=101"})
    void wantsACursorAndALimitOfThisList(String query) {
        isProblem(get(query), 400, "request/invalid");
    }

    private MvcTestResult get(String path) {
        return http.get().uri(PATH + path).header("Authorization", CALLER.bearer()).exchange();
    }

    private MvcTestResult post(String path, String body) {
        return send(PATH + path, body);
    }

    private MvcTestResult send(String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", CALLER.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** No conversations; a message is answered as the test says. */
    static class StubConversations implements Conversations {
        Function<PostMessage, Decision<SentMessage, ConversationRejection>> answer =
                _ -> reject(new UnknownConversation());

        @Override
        public void open(Conversation conversation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Conversation> find(ConversationId id, UserId participant) {
            return Optional.empty();
        }

        @Override
        public List<Conversation> of(UserId participant, Place before, int rows) {
            return List.of();
        }

        @Override
        public Map<ConversationId, Long> unread(List<Conversation> of, UserId reader) {
            return Map.of();
        }

        @Override
        public Decision<SentMessage, ConversationRejection> post(PostMessage command) {
            return answer.apply(command);
        }

        @Override
        public List<SentMessage> messages(ConversationId id, long olderThan, int rows) {
            return List.of();
        }

        @Override
        public long read(Conversation conversation, UserId reader, long seq) {
            throw new UnsupportedOperationException();
        }
    }

    /** Nobody is connected. */
    static class SilentFeed implements LiveFeed {
        @Override
        public void tell(Collection<UserId> users, LiveEvent event) {
            // Nobody listens.
        }

        @Override
        public Connection connect(
                Subscriber subscriber, LiveChannel channel, Iterable<LiveEvent> missed) {
            throw new UnsupportedOperationException();
        }
    }
}
