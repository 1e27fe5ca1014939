package guildhall.notification.mail;

import guildhall.messages.notification.NotificationCommands.SendMailV1;
import java.util.Map;
import java.util.Optional;

/** The words of mails that other services ask for. */
public final class MailTemplates {
    /** Empty when the template is not known. */
    public static Optional<Mail> fill(SendMailV1 command) {
        var name = command.variables().getOrDefault("displayName", "there");
        return switch (command.template()) {
            case "VERIFY_EMAIL" ->
                    Optional.of(
                            mail(
                                    command,
                                    "Please confirm your address",
                                    "Hello "
                                            + name
                                            + ",\n\nwelcome to Guildhall. Your code, good for 24"
                                            + " hours:\n\n    "
                                            + token(command.variables()),
                                    "/verify-email?token=" + token(command.variables())));
            case "ACCOUNT_EXISTS" ->
                    Optional.of(
                            mail(
                                    command,
                                    "You already have an account",
                                    "Hello "
                                            + name
                                            + ",\n\nsomebody, probably you, tried to register with"
                                            + " this address. It has an account already: log in, or"
                                            + " reset the password if it is lost.",
                                    "/login"));
            case "RESET_PASSWORD" ->
                    Optional.of(
                            mail(
                                    command,
                                    "Reset your password",
                                    "Hello "
                                            + name
                                            + ",\n\nyour code for a new password, good for one"
                                            + " hour:\n\n    "
                                            + token(command.variables())
                                            + "\n\nIf you did not ask for it, do nothing.",
                                    "/reset-password?token=" + token(command.variables())));
            default -> Optional.empty();
        };
    }

    private static Mail mail(SendMailV1 command, String subject, String text, String link) {
        return new Mail(
                command.mailId(), command.userId(), Optional.of(command.to()), subject, text, link);
    }

    private static String token(Map<String, String> variables) {
        return variables.getOrDefault("token", "");
    }

    private MailTemplates() {}
}
