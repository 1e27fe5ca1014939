package guildhall.messaging.conversation;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * @param id of the message to be; the same for every retry
 */
public record PostMessage(
        UUID id, ConversationId conversation, UserId sender, String body, Instant at) {}
