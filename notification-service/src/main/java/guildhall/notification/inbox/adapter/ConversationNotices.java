package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.MESSAGE;

import guildhall.messages.id.UserId;
import guildhall.messages.messaging.ConversationEvents;
import guildhall.messages.messaging.ConversationEvents.ConversationCreatedV1;
import guildhall.messages.messaging.ConversationEvents.MessageSentV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What participants hear while they are elsewhere. */
final class ConversationNotices {
    static List<Notice> of(ConversationEvents event) {
        return switch (event) {
            case ConversationCreatedV1 _ -> List.of(); // They hear of the contract itself.
            case MessageSentV1 e ->
                    e.recipients().stream().map(recipient -> written(e, recipient)).toList();
        };
    }

    /** In the application only: whoever is in a conversation wants no mail per line. */
    private static Notice written(MessageSentV1 message, UserId recipient) {
        return Notice.of(
                        recipient,
                        MESSAGE,
                        "New message: " + message.subject(),
                        "Somebody wrote to you.",
                        "/conversations/" + message.conversationId())
                .inApplicationOnly();
    }

    private ConversationNotices() {}
}
