package guildhall.messaging.conversation.adapter;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.SentMessage;
import guildhall.runtime.live.LiveEvent;
import guildhall.runtime.live.LiveFeed;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells whoever is connected. */
@Component
class ConversationNews {
    record Read(ConversationId conversationId, UserId reader, long seq) {}

    private final LiveFeed feed;
    private final JsonMapper json;

    ConversationNews(LiveFeed feed, JsonMapper json) {
        this.feed = feed;
        this.json = json;
    }

    /** The sender as well: there may be other devices. */
    void sent(Conversation conversation, SentMessage message) {
        feed.tell(
                conversation.users(),
                event(message.id().toString(), "message", ConversationViews.of(message)));
    }

    void read(Conversation conversation, UserId reader, long seq) {
        feed.tell(
                conversation.othersThan(reader),
                event(reader + "." + seq, "read", new Read(conversation.id(), reader, seq)));
    }

    private LiveEvent event(String id, String type, Object data) {
        return new LiveEvent(id, type, json.writeValueAsString(data));
    }
}
