package guildhall.identity.user;

import guildhall.identity.user.UserCommand.RegisterUser;
import guildhall.identity.user.UserEvent.EmailVerified;
import guildhall.identity.user.UserEvent.UserRegistered;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.time.Duration;
import java.time.Instant;

/** A person called Ada, who registers at noon. */
final class UserSamples {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final UserId ADA = UserId.of("00000000-0000-7000-8000-00000000ada0");
    static final UserId ROOT = UserId.of("00000000-0000-7000-8000-000000000007");
    static final SessionId LAPTOP = SessionId.of("00000000-0000-7000-8000-0000000000a1");
    static final EmailAddress EMAIL = new EmailAddress("Ada@Example.com");
    static final Preferences NAME = new Preferences("Ada Byron", "en", "UTC");
    static final LoginPolicy POLICY =
            new LoginPolicy(5, Duration.ofMinutes(30), Duration.ofMinutes(1));

    static Instant after(Duration time) {
        return NOON.plus(time);
    }

    static MailedToken token(String name, Instant at) {
        return new MailedToken(
                name, new OneTimeToken("hash of " + name, at, at.plus(Duration.ofHours(24))));
    }

    static RegisterUser register() {
        return new RegisterUser(
                ADA,
                EMAIL,
                NAME,
                "slow hash",
                new Signup.AsClient("Byron Analytics"),
                token("first", NOON),
                NOON);
    }

    static Account account() {
        return NewAccounts.of(register());
    }

    static UserRegistered registered() {
        return new UserRegistered(account(), token("first", NOON));
    }

    static EmailVerified verified() {
        return new EmailVerified(ADA, EMAIL, "hash of first", NOON);
    }

    private UserSamples() {}
}
