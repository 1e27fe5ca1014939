package guildhall.identity.user;

import guildhall.identity.user.User.*;
import guildhall.identity.user.UserEvent.*;

/** What each event makes of a user. An event that cannot follow is a bug, not a refusal. */
final class UserHistory {

    static User evolve(User state, UserEvent event) {
        return switch (event) {
            case UserRegistered e when state instanceof Absent ->
                    new Pending(e.account(), e.token().kept());
            case StaffAppointed e when state instanceof Absent -> new Active(e.account());
            case VerificationRepeated e when state instanceof Pending p ->
                    new Pending(p.account(), e.token().kept());
            case EmailVerified e when state instanceof Pending p ->
                    new Active(p.account().verified(e.tokenHash()));
            case UserDeactivated e when state instanceof Active a ->
                    new Deactivated(a.account(), e.at());
            case UserReturned _ when state instanceof Deactivated d -> new Active(d.account());
            case UserReturned _ when state instanceof AwaitingErasure w -> new Active(w.account());
            case UserSuspended e when state instanceof Active a ->
                    new Suspended(a.account(), e.at());
            case UserReinstated _ when state instanceof Suspended s -> new Active(s.account());
            case ErasureScheduled e when state instanceof Active a ->
                    new AwaitingErasure(a.account(), e.eraseAt());
            case UserErased e when state instanceof AwaitingErasure -> new Erased(e.id());
            case OwnerReminded e when state instanceof Known k ->
                    k.with(k.account().reminded(e.at()));
            case LoginFailed e when state instanceof Known k ->
                    k.with(k.account().lock(new Lockout(e.failed(), null)));
            case AccountLocked e when state instanceof Known k ->
                    k.with(k.account().lock(new Lockout(e.failed(), e.until())));
            case FailuresForgotten _ when state instanceof Known k ->
                    k.with(k.account().lock(Lockout.NONE));
            case PasswordRehashed e when state instanceof Known k ->
                    k.with(k.account().rehash(e.passwordHash()));
            case PasswordResetOffered e when state instanceof Known k ->
                    k.with(k.account().offerReset(e.token().kept()));
            case PasswordReset e when state instanceof Known k ->
                    k.with(k.account().changePassword(e.passwordHash(), e.at()));
            case PreferencesChosen e when state instanceof Active a ->
                    a.with(a.account().prefer(e.preferences()));
            case StaffRoleChanged e when state instanceof Known k ->
                    k.with(k.account().staffed(e.change()));
            case SessionsRevoked e when state instanceof Known k ->
                    k.with(k.account().voidLogins(e.at()));
            case UserRegistered _,
                    StaffAppointed _,
                    VerificationRepeated _,
                    EmailVerified _,
                    UserDeactivated _,
                    UserReturned _,
                    UserSuspended _,
                    UserReinstated _,
                    ErasureScheduled _,
                    UserErased _,
                    OwnerReminded _,
                    LoginFailed _,
                    AccountLocked _,
                    FailuresForgotten _,
                    PasswordRehashed _,
                    PasswordResetOffered _,
                    PasswordReset _,
                    PreferencesChosen _,
                    StaffRoleChanged _,
                    SessionsRevoked _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    private UserHistory() {}
}
