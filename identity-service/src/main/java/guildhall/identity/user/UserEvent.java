package guildhall.identity.user;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.List;

/** What happened to an account. */
public sealed interface UserEvent {
    record UserRegistered(Account account, MailedToken token) implements UserEvent {}

    record VerificationRepeated(Account account, MailedToken token) implements UserEvent {}

    record EmailVerified(UserId id, EmailAddress email, String tokenHash, Instant at)
            implements UserEvent {}

    record OwnerReminded(Account account, Instant at) implements UserEvent {}

    record LoginFailed(UserId id, int failed) implements UserEvent {}

    record AccountLocked(UserId id, int failed, Instant until) implements UserEvent {}

    /** A right password after wrong ones. */
    record FailuresForgotten(UserId id) implements UserEvent {}

    record PasswordRehashed(UserId id, String passwordHash) implements UserEvent {}

    record PasswordResetOffered(Account account, MailedToken token) implements UserEvent {}

    record PasswordReset(UserId id, String passwordHash, Instant at) implements UserEvent {}

    record PreferencesChosen(UserId id, Preferences preferences) implements UserEvent {}

    record UserDeactivated(UserId id, Instant at) implements UserEvent {}

    /** The user signed in again, which also calls an erasure off. */
    record UserReturned(UserId id, Instant at) implements UserEvent {}

    record UserSuspended(UserId id, UserId by, Instant at) implements UserEvent {}

    record UserReinstated(UserId id, UserId by, Instant at) implements UserEvent {}

    record ErasureScheduled(UserId id, Instant eraseAt) implements UserEvent {}

    record UserErased(UserId id, Instant at) implements UserEvent {}

    record StaffAppointed(Account account) implements UserEvent {}

    record StaffRoleChanged(UserId id, StaffChange change) implements UserEvent {}

    /** All logins of the user are void. */
    record SessionsRevoked(UserId id, List<SessionId> sessions, Reason reason, Instant at)
            implements UserEvent {
        public SessionsRevoked {
            sessions = List.copyOf(sessions);
        }
    }

    /** Why the logins ended; the names are part of the published language. */
    enum Reason {
        REVOKED,
        PASSWORD_CHANGED,
        SUSPENDED
    }
}
