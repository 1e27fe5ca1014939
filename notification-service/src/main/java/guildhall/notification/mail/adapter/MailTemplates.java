package guildhall.notification.mail.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.notification.mail.Mail;
import java.net.URLEncoder;
import java.util.Optional;

/** The words of mails that other services ask for. */
final class MailTemplates {
    /** Empty when the template is not known. */
    static Optional<Mail> fill(SendMailV1 command) {
        return switch (command.template()) {
            case "VERIFY_EMAIL" -> Optional.of(verifyEmail(command));
            case "ACCOUNT_EXISTS" -> Optional.of(accountExists(command));
            case "RESET_PASSWORD" -> Optional.of(resetPassword(command));
            default -> Optional.empty();
        };
    }

    private static Mail verifyEmail(SendMailV1 command) {
        return mail(
                command,
                "Please confirm your address",
                """
                Hello %s,

                welcome to Guildhall. Your code, good for 24 hours:

                    %s\
                """
                        .formatted(name(command), token(command)),
                "/verify-email?token=" + encodedToken(command));
    }

    private static Mail accountExists(SendMailV1 command) {
        return mail(
                command,
                "You already have an account",
                """
                Hello %s,

                somebody, probably you, tried to register with this address. It has an account \
                already: log in, or reset the password if it is lost.\
                """
                        .formatted(name(command)),
                "/login");
    }

    private static Mail resetPassword(SendMailV1 command) {
        return mail(
                command,
                "Reset your password",
                """
                Hello %s,

                your code for a new password, good for one hour:

                    %s

                If you did not ask for it, do nothing.\
                """
                        .formatted(name(command), token(command)),
                "/reset-password?token=" + encodedToken(command));
    }

    private static Mail mail(SendMailV1 command, String subject, String text, String link) {
        return new Mail(
                command.mailId(), command.userId(), Optional.of(command.to()), subject, text, link);
    }

    private static String name(SendMailV1 command) {
        return command.variables().getOrDefault("displayName", "there");
    }

    private static String token(SendMailV1 command) {
        return command.variables().getOrDefault("token", "");
    }

    private static String encodedToken(SendMailV1 command) {
        return URLEncoder.encode(token(command), UTF_8);
    }

    private MailTemplates() {}
}
