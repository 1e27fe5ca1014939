package guildhall.notification.mail.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.MailId;
import guildhall.messages.id.UserId;
import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.notification.mail.Mail;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTemplatesTest {
    static final MailId ID = new MailId(new UUID(0, 1));
    static final UserId USER = new UserId(new UUID(0, 2));
    static final Map<String, String> ADA = Map.of("displayName", "Ada", "token", "a+b");

    @Test
    void asksToVerifyAnAddress() {
        assertThat(MailTemplates.fill(command("VERIFY_EMAIL", ADA)))
                .contains(
                        mail(
                                "Please confirm your address",
                                """
                                Hello Ada,

                                welcome to Guildhall. Your code, good for 24 hours:

                                    a+b\
                                """,
                                "/verify-email?token=a%2Bb"));
    }

    @Test
    void tellsWhoIsRegisteredAlready() {
        assertThat(MailTemplates.fill(command("ACCOUNT_EXISTS", ADA)))
                .contains(
                        mail(
                                "You already have an account",
                                """
                                Hello Ada,

                                somebody, probably you, tried to register with this address. It has\
                                 an account already: log in, or reset the password if it is lost.\
                                """,
                                "/login"));
    }

    @Test
    void sendsACodeForANewPassword() {
        assertThat(MailTemplates.fill(command("RESET_PASSWORD", Map.of("token", "xyz"))))
                .contains(
                        mail(
                                "Reset your password",
                                """
                                Hello there,

                                your code for a new password, good for one hour:

                                    xyz

                                If you did not ask for it, do nothing.\
                                """,
                                "/reset-password?token=xyz"));
    }

    @Test
    void knowsNoOtherTemplates() {
        assertThat(MailTemplates.fill(command("GREETING", ADA))).isEmpty();
    }

    private static SendMailV1 command(String template, Map<String, String> variables) {
        return new SendMailV1(ID, USER, "ada@example.com", template, "en", variables);
    }

    private static Mail mail(String subject, String text, String link) {
        return new Mail(ID, USER, Optional.of("ada@example.com"), subject, text, link);
    }
}
