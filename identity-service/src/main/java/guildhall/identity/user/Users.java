package guildhall.identity.user;

import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Optional;

/** All users. Handling a command loads, decides and stores in one write, messages included. */
public interface Users {
    Decision<UserEvent, UserRejection> handle(UserCommand command);

    /** The same, only if the account still has this version. */
    Decision<UserEvent, UserRejection> handle(UserCommand command, long expectedVersion);

    Optional<Versioned> find(UserId id);

    /** The one account that proved to own this address. */
    Optional<User.Known> findVerified(EmailAddress email);

    /** The newest claim to this address that nobody has proved yet. */
    Optional<User.Pending> findClaim(EmailAddress email);

    /** Whoever was mailed this verification token, also after it was used. */
    Optional<UserId> findByVerification(String tokenHash);

    Optional<UserId> findByReset(String tokenHash);

    /** Forgets claims that ran out long ago. */
    void forgetOldClaims(Instant now);

    /** A user as read, with the version for {@code If-Match}. */
    record Versioned(User.Known user, long version) {}
}
