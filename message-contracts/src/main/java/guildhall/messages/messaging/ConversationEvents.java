package guildhall.messages.messaging;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about conversations. */
@Topic("messaging.conversation.events")
public sealed interface ConversationEvents extends Message {
    ConversationId conversationId();

    @Override
    default String key() {
        return conversationId().toString();
    }

    /** A conversation exists and its participants may write. */
    @MessageType("messaging.conversation-created.v1")
    record ConversationCreatedV1(
            ConversationId conversationId,
            String kind,
            String subject,
            @Nullable ContractId contractId,
            List<UserId> participants,
            Instant createdAt)
            implements ConversationEvents {
        public ConversationCreatedV1 {
            participants = List.copyOf(participants);
        }
    }

    /** Somebody wrote. The text itself does not leave the service. */
    @MessageType("messaging.message-sent.v1")
    record MessageSentV1(
            ConversationId conversationId,
            long seq,
            String subject,
            UserId sender,
            List<UserId> recipients,
            Instant sentAt)
            implements ConversationEvents {
        public MessageSentV1 {
            recipients = List.copyOf(recipients);
        }
    }
}
