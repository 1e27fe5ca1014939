package guildhall.messaging.conversation.adapter;

import static guildhall.runtime.web.Problems.answer;

import guildhall.messages.id.ConversationId;
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
import guildhall.runtime.live.LiveEvent;
import guildhall.runtime.live.LiveFeed;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/v1/conversations")
class ConversationController {
    record NewMessage(
            @Schema(example = "The first sketch is ready.") @NotBlank @Size(max = 5_000)
                    String body) {}

    record ReadMark(@Schema(example = "7") @NotNull @PositiveOrZero Long seq) {}

    private final Conversations conversations;
    private final LiveFeed feed;
    private final JsonMapper json;
    private final Clock clock;

    ConversationController(
            Conversations conversations, LiveFeed feed, JsonMapper json, Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.json = json;
        this.clock = clock;
    }

    @Operation(summary = "My conversations, latest message first")
    @GetMapping
    Page<ConversationView> mine(Caller caller, Paging paging) {
        var rows = conversations.of(caller.user(), paging.cursor(), paging.rows());
        return Page.of(rows, paging.limit(), conversations::cursorOf)
                .map(conversation -> ConversationViews.of(conversation, caller.user()));
    }

    @Operation(summary = "One of my conversations")
    @GetMapping("/{id}")
    ResponseEntity<ConversationView> one(@PathVariable ConversationId id, Caller caller) {
        return conversations
                .find(id, caller.user())
                .map(found -> ResponseEntity.ok(ConversationViews.of(found, caller.user())))
                .orElseGet(ConversationController::unknown);
    }

    @Operation(summary = "The messages of a conversation, newest first")
    @GetMapping("/{id}/messages")
    ResponseEntity<Page<MessageView>> messages(
            @PathVariable ConversationId id, Caller caller, Paging paging) {
        var olderThan = paging.cursor().map(ConversationController::seq).orElse(Long.MAX_VALUE);
        if (conversations.find(id, caller.user()).isEmpty()) {
            return unknown();
        }
        var rows = conversations.messages(id, olderThan, paging.rows());
        var page = Page.of(rows, paging.limit(), message -> Long.toString(message.seq()));
        return ResponseEntity.ok(page.map(ConversationViews::of));
    }

    @Operation(summary = "Write to the others")
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

    @Operation(summary = "I have read up to here")
    @PostMapping("/{id}/read")
    ResponseEntity<ReadMark> read(
            @PathVariable ConversationId id, @Valid @RequestBody ReadMark mark, Caller caller) {
        var read = conversations.read(id, caller.user(), mark.seq());
        read.ifPresent(seq -> tellRead(id, caller, seq));
        return read.map(seq -> ResponseEntity.ok(new ReadMark(seq)))
                .orElseGet(ConversationController::unknown);
    }

    private ResponseEntity<MessageView> created(SentMessage message) {
        var view = ConversationViews.of(message);
        conversations
                .find(message.conversation(), message.sender())
                .map(Conversation::users)
                .ifPresent(users -> feed.tell(users, event("message", message.seq(), view)));
        var location = "/v1/conversations/" + message.conversation() + "/messages";
        return ResponseEntity.created(URI.create(location)).body(view);
    }

    private void tellRead(ConversationId id, Caller caller, long seq) {
        record Read(ConversationId conversationId, guildhall.messages.id.UserId reader, long seq) {}
        conversations
                .find(id, caller.user())
                .map(found -> found.othersThan(caller.user()))
                .ifPresent(others ->
                        feed.tell(others, event("read", seq, new Read(id, caller.user(), seq))));
    }

    private LiveEvent event(String type, long seq, Object data) {
        return new LiveEvent(Long.toString(seq), type, json.writeValueAsString(data));
    }

    private static long seq(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw Paging.badCursor();
        }
    }

    private static <T> ResponseEntity<T> unknown() {
        return answer(ConversationProblems.of(new UnknownConversation()));
    }
}
