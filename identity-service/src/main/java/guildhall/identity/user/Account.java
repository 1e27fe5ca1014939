package guildhall.identity.user;

import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, whatever their standing.
 *
 * @param verifiedWith hash of the token that verified the address, so that a second click on the
 *     same link is answered like the first
 * @param remindedAt when the owner was last told that somebody registered with their address
 * @param credentialsSince logins from before are void
 */
public record Account(
        UserId id,
        EmailAddress email,
        Preferences preferences,
        String passwordHash,
        Instant credentialsSince,
        Signup signup,
        Lockout lockout,
        @Nullable String verifiedWith,
        @Nullable OneTimeToken reset,
        @Nullable Instant remindedAt,
        Set<StaffRole> staffRoles,
        List<StaffChange> staffHistory,
        Instant registeredAt) {
    public Account {
        staffRoles = Set.copyOf(staffRoles);
        staffHistory = List.copyOf(staffHistory);
    }

    Account prefer(Preferences wanted) {
        return copy(wanted, passwordHash, credentialsSince, lockout, reset);
    }

    Account lock(Lockout next) {
        return copy(preferences, passwordHash, credentialsSince, next, reset);
    }

    Account rehash(String hash) {
        return copy(preferences, hash, credentialsSince, lockout, reset);
    }

    Account offerReset(OneTimeToken token) {
        return copy(preferences, passwordHash, credentialsSince, lockout, token);
    }

    Account changePassword(String hash, Instant at) {
        return copy(preferences, hash, at, Lockout.NONE, null);
    }

    /** Makes every login of the past void. */
    Account voidLogins(Instant at) {
        return copy(preferences, passwordHash, at, lockout, reset);
    }

    Account verified(String tokenHash) {
        return new Account(
                id,
                email,
                preferences,
                passwordHash,
                credentialsSince,
                signup,
                lockout,
                tokenHash,
                reset,
                remindedAt,
                staffRoles,
                staffHistory,
                registeredAt);
    }

    Account reminded(Instant at) {
        return new Account(
                id,
                email,
                preferences,
                passwordHash,
                credentialsSince,
                signup,
                lockout,
                verifiedWith,
                reset,
                at,
                staffRoles,
                staffHistory,
                registeredAt);
    }

    Account staffed(StaffChange change) {
        var roles = EnumSet.noneOf(StaffRole.class);
        roles.addAll(staffRoles);
        switch (change.act()) {
            case GRANTED -> roles.add(change.role());
            case REVOKED -> roles.remove(change.role());
        }
        var history = new ArrayList<>(staffHistory);
        history.add(change);
        return new Account(
                id,
                email,
                preferences,
                passwordHash,
                credentialsSince,
                signup,
                lockout,
                verifiedWith,
                reset,
                remindedAt,
                roles,
                history,
                registeredAt);
    }

    private Account copy(
            Preferences wanted,
            String hash,
            Instant validFrom,
            Lockout lock,
            @Nullable OneTimeToken resetToken) {
        return new Account(
                id,
                email,
                wanted,
                hash,
                validFrom,
                signup,
                lock,
                verifiedWith,
                resetToken,
                remindedAt,
                staffRoles,
                staffHistory,
                registeredAt);
    }
}
