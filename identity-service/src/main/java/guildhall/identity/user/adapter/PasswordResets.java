package guildhall.identity.user.adapter;

import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.Passwords;
import guildhall.identity.user.UserCommand.OfferPasswordReset;
import guildhall.identity.user.UserCommand.ResetPassword;
import guildhall.identity.user.UserEvent.Reason;
import guildhall.identity.user.UserSessions;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A new password for whoever reads the mail of the account. */
@Component
class PasswordResets {
    private final Users users;
    private final Passwords passwords;
    private final MailedTokens tokens;
    private final UserSessions sessions;
    private final Clock clock;

    PasswordResets(
            Users users,
            Passwords passwords,
            MailedTokens tokens,
            UserSessions sessions,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    enum Outcome {
        DONE,
        GUESSABLE,
        TOKEN_NOT_VALID
    }

    void offer(String email) {
        var token = tokens.forReset();
        users.findVerified(new EmailAddress(email))
                .map(user -> user.account().id())
                .ifPresent(id -> users.handle(new OfferPasswordReset(id, token)));
    }

    Outcome confirm(String token, String password) {
        var hash = tokens.hash(token);
        var user = users.findByReset(hash).flatMap(users::find);
        if (user.isEmpty()) {
            return Outcome.TOKEN_NOT_VALID;
        }
        var account = user.get().user().account();
        return passwords.isGuessable(password, account.email())
                ? Outcome.GUESSABLE
                : reset(account.id(), hash, password);
    }

    private Outcome reset(UserId id, String tokenHash, String password) {
        var passwordHash = passwords.hash(password);
        var now = clock.instant();
        var open = sessions.open(id);
        return switch (users.handle(new ResetPassword(id, tokenHash, passwordHash, open, now))) {
            case Rejected<?, ?> _ -> Outcome.TOKEN_NOT_VALID;
            case Accepted<?, ?> _ -> {
                sessions.close(open, Reason.PASSWORD_CHANGED, now);
                yield Outcome.DONE;
            }
        };
    }
}
