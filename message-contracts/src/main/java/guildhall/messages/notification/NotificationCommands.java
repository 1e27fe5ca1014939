package guildhall.messages.notification;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.MailId;
import guildhall.messages.id.UserId;
import java.util.Map;

/** Requests to tell somebody something that no event carries, such as a one-time link. */
@Topic("notification.commands")
public sealed interface NotificationCommands extends Message {
    MailId mailId();

    @Override
    default String key() {
        return mailId().toString();
    }

    /** Send one mail from a template: VERIFY_EMAIL, RESET_PASSWORD or ACCOUNT_EXISTS. */
    @MessageType("notification.send-mail.v1")
    record SendMailV1(
            MailId mailId,
            UserId userId,
            String to,
            String template,
            String locale,
            Map<String, String> variables)
            implements NotificationCommands {
        public SendMailV1 {
            variables = Map.copyOf(variables);
        }
    }
}
