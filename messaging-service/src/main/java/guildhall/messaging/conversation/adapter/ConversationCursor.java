package guildhall.messaging.conversation.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import guildhall.messages.id.ConversationId;
import guildhall.messaging.conversation.Conversation;
import guildhall.runtime.web.Paging;
import java.time.Instant;
import org.springframework.data.mongodb.core.query.Criteria;

/** A place in the list of conversations: the time of the last message, then the id. */
record ConversationCursor(Instant lastMessageAt, ConversationId id) {
    static ConversationCursor of(Conversation conversation) {
        return new ConversationCursor(conversation.lastMessageAt(), conversation.id());
    }

    static ConversationCursor parse(String text) {
        try {
            var dot = text.indexOf('.');
            return new ConversationCursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, dot)))),
                    ConversationId.of(text.substring(dot + 1)));
        } catch (IllegalArgumentException _) {
            throw Paging.badCursor();
        }
    }

    void restrict(Criteria criteria) {
        criteria.orOperator(
                where("lastMessageAt").lt(lastMessageAt),
                where("lastMessageAt").is(lastMessageAt).and("_id").lt(id.toString()));
    }

    @Override
    public String toString() {
        return lastMessageAt.toEpochMilli() + "." + id;
    }
}
