package guildhall.identity.user;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an account. Where a command ends logins it names the open sessions, because
 * their revocation is stored in the same write.
 */
public sealed interface UserCommand {
    UserId id();

    record RegisterUser(
            UserId id,
            EmailAddress email,
            Preferences preferences,
            String passwordHash,
            Signup signup,
            MailedToken token,
            Instant at)
            implements UserCommand {}

    /** Mail the verification link once more, with a fresh token. */
    record RepeatVerification(UserId id, MailedToken token) implements UserCommand {}

    record VerifyEmail(UserId id, String tokenHash, Instant at) implements UserCommand {}

    /** Tell the owner that somebody registered with an address that is theirs already. */
    record RemindOfAccount(UserId id, Instant at) implements UserCommand {}

    /**
     * The right password was given.
     *
     * @param rehash the password under today's parameters, when the stored hash has older ones
     */
    record AdmitLogin(UserId id, @Nullable String rehash, Instant at) implements UserCommand {}

    record CountFailedLogin(UserId id, Instant at) implements UserCommand {}

    record OfferPasswordReset(UserId id, MailedToken token) implements UserCommand {}

    record ResetPassword(
            UserId id,
            String tokenHash,
            String passwordHash,
            List<SessionId> openSessions,
            Instant at)
            implements UserCommand {
        public ResetPassword {
            openSessions = List.copyOf(openSessions);
        }
    }

    record ChangePreferences(UserId id, Preferences preferences) implements UserCommand {}

    record DeactivateAccount(UserId id, List<SessionId> openSessions, Instant at)
            implements UserCommand {
        public DeactivateAccount {
            openSessions = List.copyOf(openSessions);
        }
    }

    record SuspendUser(UserId id, UserId by, List<SessionId> openSessions, Instant at)
            implements UserCommand {
        public SuspendUser {
            openSessions = List.copyOf(openSessions);
        }
    }

    record ReinstateUser(UserId id, UserId by, Instant at) implements UserCommand {}

    record ScheduleErasure(UserId id, Instant eraseAt, List<SessionId> openSessions, Instant at)
            implements UserCommand {
        public ScheduleErasure {
            openSessions = List.copyOf(openSessions);
        }
    }

    record EraseUser(UserId id, Instant at) implements UserCommand {}

    /** The operator's configuration names the first members of staff. */
    record AppointStaff(
            UserId id,
            EmailAddress email,
            Preferences preferences,
            String passwordHash,
            Set<StaffRole> roles,
            Instant at)
            implements UserCommand {
        public AppointStaff {
            roles = Set.copyOf(roles);
        }
    }

    record GrantStaffRole(UserId id, StaffRole role, UserId by, Instant at)
            implements UserCommand {}

    record RevokeStaffRole(
            UserId id, StaffRole role, UserId by, List<SessionId> openSessions, Instant at)
            implements UserCommand {
        public RevokeStaffRole {
            openSessions = List.copyOf(openSessions);
        }
    }
}
