package guildhall.messaging.conversation;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * @param id of the message to be; the same for every retry
 */
public record PostMessage(
        UUID id, ConversationId conversation, UserId sender, String body, Instant at) {
    /** The message as it is stored under a number of its conversation. */
    public SentMessage numbered(long seq) {
        return new SentMessage(id, conversation, seq, sender, body, at);
    }
}
