package guildhall.messaging.conversation.adapter;

import static guildhall.runtime.web.Problems.answer;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.ConversationRejection.UnknownConversation;
import guildhall.messaging.conversation.Conversations;
import guildhall.messaging.conversation.PostMessage;
import guildhall.messaging.conversation.SentMessage;
import guildhall.messaging.conversation.adapter.ConversationViews.ConversationView;
import guildhall.messaging.conversation.adapter.ConversationViews.MessageView;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations")
@Tag(
        name = "Conversations",
        description =
                """
                Who works together can write to each other. Messages and read marks also arrive \
                live: open a WebSocket at /v1/live/messages with the access token in the \
                Authorization header and receive {"type": "message", "data": …} and \
                {"type": "read", "data": …}. Close code 4401 asks for a fresh token, 1012 and \
                1013 for a new connection; 4429 says that you have too many.\
                """)
class ConversationController {
    record NewMessage(
            @Schema(example = "The first sketch is ready.") @NotBlank @Size(max = 5_000)
                    String body) {}

    record ReadMark(@Schema(example = "7") @NotNull @PositiveOrZero Long seq) {}

    private final Conversations conversations;
    private final ConversationNews news;
    private final Clock clock;

    ConversationController(Conversations conversations, ConversationNews news, Clock clock) {
        this.conversations = conversations;
        this.news = news;
        this.clock = clock;
    }

    @Operation(summary = "List my conversations, latest message first")
    @GetMapping
    Page<ConversationView> mine(Caller caller, Paging paging) {
        var rows = conversations.of(caller.user(), paging.place(), paging.rows());
        var page = Page.of(rows, paging.limit(), ConversationController::cursor);
        var unread = conversations.unread(page.items(), caller.user());
        return page.map(conversation -> view(conversation, unread));
    }

    private static String cursor(Conversation conversation) {
        return new Place(conversation.lastMessageAt(), conversation.id().value()).toCursor();
    }

    @Operation(summary = "Read one of my conversations")
    @GetMapping("/{id}")
    ResponseEntity<ConversationView> one(@PathVariable ConversationId id, Caller caller) {
        return conversations
                .find(id, caller.user())
                .map(found -> view(found, conversations.unread(List.of(found), caller.user())))
                .map(ResponseEntity::ok)
                .orElseGet(ConversationController::unknown);
    }

    @Operation(summary = "List the messages of a conversation, newest first")
    @GetMapping("/{id}/messages")
    ResponseEntity<Page<MessageView>> messages(
            @PathVariable ConversationId id, Caller caller, Paging paging) {
        var olderThan = paging.beforeNumber();
        if (conversations.find(id, caller.user()).isEmpty()) {
            return unknown();
        }
        var rows = conversations.messages(id, olderThan, paging.rows());
        var page = Page.of(rows, paging.limit(), message -> Long.toString(message.seq()));
        return ResponseEntity.ok(page.map(ConversationViews::of));
    }

    @Operation(summary = "Write to the others")
    @ApiResponse(responseCode = "201", description = "Sent; markup was taken out of the text")
    @Idempotent
    @PostMapping("/{id}/messages")
    ResponseEntity<MessageView> post(
            @PathVariable ConversationId id,
            @Valid @RequestBody NewMessage request,
            Caller caller,
            IdempotencyKey key) {
        var body = PlainText.clean(request.body());
        if (body.isEmpty()) {
            throw Refusal.field("/body", "must contain text");
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var command = new PostMessage(key.id(), id, caller.user(), body, at);
        return switch (conversations.post(command)) {
            case Accepted(var sent) -> created(sent.getFirst());
            case Rejected(var reason) -> answer(ConversationProblems.of(reason));
        };
    }

    @Operation(summary = "Mark everything up to a message as read")
    @ApiResponse(
            responseCode = "200",
            description = "Where the mark stands now: it never moves back or past the last message")
    @PostMapping("/{id}/read")
    ResponseEntity<ReadMark> read(
            @PathVariable ConversationId id, @Valid @RequestBody ReadMark mark, Caller caller) {
        return conversations
                .find(id, caller.user())
                .map(found -> ResponseEntity.ok(marked(found, caller.user(), mark.seq())))
                .orElseGet(ConversationController::unknown);
    }

    private ReadMark marked(Conversation conversation, UserId reader, long seq) {
        var now = conversations.read(conversation, reader, seq);
        if (now > conversation.readBy(reader)) {
            news.read(conversation, reader, now);
        }
        return new ReadMark(now);
    }

    private ResponseEntity<MessageView> created(SentMessage message) {
        conversations
                .find(message.conversation(), message.sender())
                .ifPresent(conversation -> news.sent(conversation, message));
        var location = "/v1/conversations/" + message.conversation() + "/messages";
        return ResponseEntity.created(URI.create(location)).body(ConversationViews.of(message));
    }

    private static ConversationView view(
            Conversation conversation, Map<ConversationId, Long> unread) {
        return ConversationViews.of(conversation, unread.getOrDefault(conversation.id(), 0L));
    }

    private static <T> ResponseEntity<T> unknown() {
        return answer(ConversationProblems.of(new UnknownConversation()));
    }
}
