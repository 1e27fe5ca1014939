package guildhall.messaging.conversation.adapter;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.SentMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations and messages as clients see them. */
final class ConversationViews {
    /**
     * @param unread messages of others that the caller has not read
     * @param participants with how far each has read
     */
    record ConversationView(
            ConversationId id,
            Conversation.Kind kind,
            String subject,
            @Nullable ContractId contractId,
            Conversation.State state,
            List<ParticipantView> participants,
            long lastSeq,
            long unread,
            Instant createdAt,
            Instant lastMessageAt) {}

    record ParticipantView(UserId user, long readSeq) {}

    record MessageView(
            UUID id,
            ConversationId conversationId,
            long seq,
            UserId sender,
            String body,
            Instant sentAt) {}

    static ConversationView of(Conversation conversation, long unread) {
        return new ConversationView(
                conversation.id(),
                conversation.kind(),
                conversation.subject(),
                conversation.contract().orElse(null),
                conversation.state(),
                conversation.participants().stream()
                        .map(p -> new ParticipantView(p.user(), p.readSeq()))
                        .toList(),
                conversation.lastSeq(),
                unread,
                conversation.createdAt(),
                conversation.lastMessageAt());
    }

    static MessageView of(SentMessage message) {
        return new MessageView(
                message.id(),
                message.conversation(),
                message.seq(),
                message.sender(),
                message.body(),
                message.sentAt());
    }

    private ConversationViews() {}
}
