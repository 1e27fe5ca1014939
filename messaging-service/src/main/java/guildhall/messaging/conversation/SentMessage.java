package guildhall.messaging.conversation;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.UUID;

/** What somebody wrote. */
public record SentMessage(
        UUID id,
        ConversationId conversation,
        long seq,
        UserId sender,
        String body,
        Instant sentAt) {}
