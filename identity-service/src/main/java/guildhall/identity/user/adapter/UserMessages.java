package guildhall.identity.user.adapter;

import guildhall.identity.user.Account;
import guildhall.identity.user.MailedToken;
import guildhall.identity.user.UserEvent;
import guildhall.identity.user.UserEvent.*;
import guildhall.messages.Message;
import guildhall.messages.id.MailId;
import guildhall.messages.identity.UserEvents.EmailVerifiedV1;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.messages.identity.UserEvents.UserRegisteredV1;
import guildhall.messages.notification.NotificationCommands.SendMailV1;
import guildhall.runtime.id.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What others hear of an account, and the mails that go to its owner. */
final class UserMessages {

    static List<Message> of(List<UserEvent> events) {
        return events.stream().<Message>flatMap(event -> of(event).stream()).toList();
    }

    private static List<? extends Message> of(UserEvent event) {
        return switch (event) {
            case UserRegistered(var account, var token) ->
                    List.of(registered(account), withToken(account, "VERIFY_EMAIL", token));
            case VerificationRepeated(var account, var token) ->
                    List.of(withToken(account, "VERIFY_EMAIL", token));
            case EmailVerified e -> List.of(new EmailVerifiedV1(e.id(), e.email().value(), e.at()));
            case OwnerReminded(var account, _) ->
                    List.of(mail(new MailId(Ids.next()), account, "ACCOUNT_EXISTS", Map.of()));
            case PasswordResetOffered(var account, var token) ->
                    List.of(withToken(account, "RESET_PASSWORD", token));
            case StaffAppointed(var account) ->
                    List.of(
                            registered(account),
                            new EmailVerifiedV1(
                                    account.id(), account.email().value(), account.registeredAt()));
            case SessionsRevoked e ->
                    e.sessions().stream()
                            .map(session ->
                                    new SessionRevokedV1(
                                            e.id(), session, e.reason().name(), e.at()))
                            .toList();
            case LoginFailed _,
                    AccountLocked _,
                    FailuresForgotten _,
                    PasswordRehashed _,
                    PasswordReset _,
                    PreferencesChosen _,
                    UserDeactivated _,
                    UserReturned _,
                    UserSuspended _,
                    UserReinstated _,
                    ErasureScheduled _,
                    UserErased _,
                    StaffRoleChanged _ ->
                    List.of();
        };
    }

    private static UserRegisteredV1 registered(Account account) {
        return new UserRegisteredV1(
                account.id(),
                account.email().value(),
                account.preferences().displayName(),
                account.preferences().locale(),
                account.registeredAt());
    }

    /** The token makes the mail: whoever writes this message twice sends one mail. */
    private static SendMailV1 withToken(Account account, String template, MailedToken token) {
        var id = new MailId(Ids.derived("mail", token.kept().hash()));
        return mail(id, account, template, Map.of("token", token.plain()));
    }

    private static SendMailV1 mail(
            MailId id, Account account, String template, Map<String, String> more) {
        var variables = new HashMap<>(more);
        variables.put("displayName", account.preferences().displayName());
        return new SendMailV1(
                id,
                account.id(),
                account.email().value(),
                template,
                account.preferences().locale(),
                variables);
    }

    private UserMessages() {}
}
