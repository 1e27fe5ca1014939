package guildhall.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.MailId;
import guildhall.messages.id.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTest {
    @Test
    void letsNoTitleAddHeaders() {
        var mail =
                Mail.toUser(
                        new MailId(new UUID(0, 1)),
                        new UserId(new UUID(0, 2)),
                        " New proposal: A logo\r\nBcc: everybody@example.com\n",
                        "Text",
                        "/jobs");

        assertThat(mail.subject()).isEqualTo("New proposal: A logo Bcc: everybody@example.com");
    }
}
