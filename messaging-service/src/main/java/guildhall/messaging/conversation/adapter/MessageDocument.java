package guildhall.messaging.conversation.adapter;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.SentMessage;
import guildhall.runtime.documents.UnsentMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/** A message as it is stored: itself and its event, in one write. */
record MessageDocument(
        @Id String id,
        String conversation,
        long seq,
        String sender,
        String body,
        Instant sentAt,
        List<UnsentMessage> unsent) {
    static final String COLLECTION = "message";

    static MessageDocument of(SentMessage message, List<UnsentMessage> unsent) {
        return new MessageDocument(
                message.id().toString(),
                message.conversation().toString(),
                message.seq(),
                message.sender().toString(),
                message.body(),
                message.sentAt(),
                unsent);
    }

    SentMessage message() {
        return new SentMessage(
                UUID.fromString(id),
                ConversationId.of(conversation),
                seq,
                UserId.of(sender),
                body,
                sentAt);
    }
}
