package guildhall.identity.session.adapter;

import guildhall.identity.secret.EvenPace;
import guildhall.identity.user.Account;
import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.Passwords;
import guildhall.identity.user.User.Known;
import guildhall.identity.user.UserCommand.AdmitLogin;
import guildhall.identity.user.UserCommand.CountFailedLogin;
import guildhall.identity.user.UserEvent.AccountLocked;
import guildhall.identity.user.UserRejection;
import guildhall.identity.user.UserRejection.AccountClosedToGuessing;
import guildhall.identity.user.UserRejection.AccountSuspended;
import guildhall.identity.user.UserRejection.AddressTaken;
import guildhall.identity.user.UserRejection.AlreadyRegistered;
import guildhall.identity.user.UserRejection.EmailNotVerified;
import guildhall.identity.user.UserRejection.NotInThisStanding;
import guildhall.identity.user.UserRejection.OwnSuperadminRole;
import guildhall.identity.user.UserRejection.TokenNotValid;
import guildhall.identity.user.UserRejection.UnknownUser;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Checks a password. Everybody who does not know it hears the same, after the same time. */
@Component
class Logins {
    private final Users users;
    private final Passwords passwords;
    private final EvenPace pace;

    Logins(Users users, Passwords passwords, EvenPace pace) {
        this.users = users;
        this.passwords = passwords;
        this.pace = pace;
    }

    /** How a login went. */
    sealed interface Outcome {
        record Admitted(Account account) implements Outcome {}

        /** No such address, or not this password. */
        record Refused() implements Outcome {}

        /** Refused like any other; only the metrics know better. */
        record Locked() implements Outcome {}

        /** The password is right. */
        record Unverified() implements Outcome {}

        /** The password is right. */
        record Suspended() implements Outcome {}
    }

    Outcome attempt(EmailAddress email, String password, Instant at) {
        var lap = pace.begin();
        var outcome = check(email, password, at);
        switch (outcome) {
            case Outcome.Refused _, Outcome.Locked _ -> lap.complete();
            case Outcome.Admitted _, Outcome.Unverified _, Outcome.Suspended _ -> {}
        }
        return outcome;
    }

    private Outcome check(EmailAddress email, String password, Instant at) {
        var found = users.findVerified(email).or(() -> users.findClaim(email));
        if (found.isEmpty()) {
            passwords.matchNothing(password);
            return new Outcome.Refused();
        }
        return check(found.get(), password, at);
    }

    private Outcome check(Known user, String password, Instant at) {
        var account = user.account();
        return switch (passwords.match(password, account.passwordHash())) {
            case NO -> fail(account.id(), at);
            case YES -> admit(new AdmitLogin(account.id(), null, at));
            case YES_WITH_OLD_PARAMETERS ->
                    admit(new AdmitLogin(account.id(), passwords.hash(password), at));
        };
    }

    private Outcome fail(UserId user, Instant at) {
        return switch (users.handle(new CountFailedLogin(user, at))) {
            case Rejected<?, ?>(AccountClosedToGuessing _) -> new Outcome.Locked();
            case Rejected<?, ?> _ -> new Outcome.Refused();
            case Accepted<?, ?>(var events) ->
                    events.stream().anyMatch(AccountLocked.class::isInstance)
                            ? new Outcome.Locked()
                            : new Outcome.Refused();
        };
    }

    private Outcome admit(AdmitLogin login) {
        return switch (users.handle(login)) {
            case Accepted<?, ?> _ ->
                    users.find(login.id())
                            .<Outcome>map(user -> new Outcome.Admitted(user.user().account()))
                            .orElseGet(Outcome.Refused::new);
            case Rejected<?, UserRejection>(var reason) ->
                    switch (reason) {
                        case EmailNotVerified _ -> new Outcome.Unverified();
                        case AccountSuspended _ -> new Outcome.Suspended();
                        case AccountClosedToGuessing _ -> new Outcome.Locked();
                        case UnknownUser _,
                                AlreadyRegistered _,
                                TokenNotValid _,
                                AddressTaken _,
                                NotInThisStanding _,
                                OwnSuperadminRole _ ->
                                new Outcome.Refused();
                    };
        };
    }
}
