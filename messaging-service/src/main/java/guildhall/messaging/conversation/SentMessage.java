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
        Instant sentAt) {
    /** Whether it is what this command asked for, and not another message with its id. */
    public boolean answers(PostMessage command) {
        return conversation.equals(command.conversation())
                && sender.equals(command.sender())
                && body.equals(command.body());
    }
}
