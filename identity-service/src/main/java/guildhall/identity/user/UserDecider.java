package guildhall.identity.user;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.identity.user.User.*;
import guildhall.identity.user.UserCommand.*;
import guildhall.identity.user.UserEvent.*;
import guildhall.identity.user.UserRejection.*;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of an account: who may register, sign in, come back, and what ends its logins. */
public final class UserDecider implements Decider<UserCommand, User, UserEvent, UserRejection> {
    private final LoginPolicy policy;

    public UserDecider(LoginPolicy policy) {
        this.policy = policy;
    }

    @Override
    public User initial() {
        return new Absent();
    }

    @Override
    public User evolve(User state, UserEvent event) {
        return UserHistory.evolve(state, event);
    }

    @Override
    public Decision<UserEvent, UserRejection> decide(UserCommand command, User state) {
        return switch (state) {
            case Absent _ -> open(command);
            case Known known -> change(command, known);
            case Erased _ -> reject(new UnknownUser());
        };
    }

    private static Decision<UserEvent, UserRejection> open(UserCommand command) {
        return switch (command) {
            case RegisterUser c -> accept(new UserRegistered(NewAccounts.of(c), c.token()));
            case AppointStaff c -> accept(new StaffAppointed(NewAccounts.of(c)));
            case RepeatVerification _,
                    VerifyEmail _,
                    RemindOfAccount _,
                    AdmitLogin _,
                    CountFailedLogin _,
                    OfferPasswordReset _,
                    ResetPassword _,
                    ChangePreferences _,
                    DeactivateAccount _,
                    SuspendUser _,
                    ReinstateUser _,
                    ScheduleErasure _,
                    EraseUser _,
                    GrantStaffRole _,
                    RevokeStaffRole _ ->
                    reject(new UnknownUser());
        };
    }

    private Decision<UserEvent, UserRejection> change(UserCommand command, Known state) {
        return switch (command) {
            case RegisterUser c -> repeat(c.email(), state);
            case AppointStaff c -> repeat(c.email(), state);
            case RepeatVerification c -> repeatVerification(c, state);
            case VerifyEmail c -> verify(c, state);
            case RemindOfAccount c -> remind(c, state);
            case AdmitLogin c -> admit(c, state);
            case CountFailedLogin c -> countFailure(c, state);
            case OfferPasswordReset c -> offerReset(c, state);
            case ResetPassword c -> resetPassword(c, state);
            case ChangePreferences c -> prefer(c, state);
            case DeactivateAccount c -> deactivate(c, state);
            case SuspendUser c -> suspend(c, state);
            case ReinstateUser c -> reinstate(c, state);
            case ScheduleErasure c -> scheduleErasure(c, state);
            case EraseUser c -> erase(c, state);
            case GrantStaffRole c -> grant(c, state);
            case RevokeStaffRole c -> revoke(c, state);
        };
    }

    /** A retry of the same request finds its own result. */
    private static Decision<UserEvent, UserRejection> repeat(EmailAddress email, Known state) {
        return state.account().email().equals(email) ? accept() : reject(new AlreadyRegistered());
    }

    private Decision<UserEvent, UserRejection> repeatVerification(
            RepeatVerification c, Known state) {
        return switch (state) {
            case Pending(var account, var sent) ->
                    pausing(sent.issuedAt(), c.token().kept().issuedAt())
                            ? accept()
                            : accept(new VerificationRepeated(account, c.token()));
            case Active _, Deactivated _, Suspended _, AwaitingErasure _ ->
                    reject(new NotInThisStanding());
        };
    }

    private static Decision<UserEvent, UserRejection> verify(VerifyEmail c, Known state) {
        return switch (state) {
            case Pending(var account, var sent) when sent.opens(c.tokenHash(), c.at()) ->
                    accept(new EmailVerified(account.id(), account.email(), c.tokenHash(), c.at()));
            case Active(var account) when c.tokenHash().equals(account.verifiedWith()) -> accept();
            case Pending _, Active _, Deactivated _, Suspended _, AwaitingErasure _ ->
                    reject(new TokenNotValid());
        };
    }

    private Decision<UserEvent, UserRejection> remind(RemindOfAccount c, Known state) {
        var last = state.account().remindedAt();
        return last != null && pausing(last, c.at())
                ? accept()
                : accept(new OwnerReminded(state.account(), c.at()));
    }

    private Decision<UserEvent, UserRejection> admit(AdmitLogin c, Known state) {
        if (state.account().lockout().holds(c.at())) {
            return reject(new AccountClosedToGuessing());
        }
        return switch (state) {
            case Pending _ -> reject(new EmailNotVerified());
            case Suspended _ -> reject(new AccountSuspended());
            case Active(var account) -> new Decision.Accepted<>(welcome(c, account));
            case Deactivated(var account, _) -> new Decision.Accepted<>(returning(c, account));
            case AwaitingErasure(var account, _) -> new Decision.Accepted<>(returning(c, account));
        };
    }

    /** Nothing is written for an ordinary login: it would make every account a hot document. */
    private static List<UserEvent> welcome(AdmitLogin c, Account account) {
        var events = new ArrayList<UserEvent>();
        if (!account.lockout().equals(Lockout.NONE)) {
            events.add(new FailuresForgotten(c.id()));
        }
        if (c.rehash() != null) {
            events.add(new PasswordRehashed(c.id(), c.rehash()));
        }
        return events;
    }

    private static List<UserEvent> returning(AdmitLogin c, Account account) {
        var events = new ArrayList<UserEvent>();
        events.add(new UserReturned(c.id(), c.at()));
        events.addAll(welcome(c, account));
        return events;
    }

    /** Guessing on goes unnoticed while the account is closed: it must not prolong the lock. */
    private Decision<UserEvent, UserRejection> countFailure(CountFailedLogin c, Known state) {
        var lockout = state.account().lockout();
        if (lockout.holds(c.at())) {
            return reject(new AccountClosedToGuessing());
        }
        var failed = lockout.counted(c.at()) + 1;
        return failed < policy.maxFailures()
                ? accept(new LoginFailed(c.id(), failed))
                : accept(new AccountLocked(c.id(), failed, c.at().plus(policy.lockFor())));
    }

    private Decision<UserEvent, UserRejection> offerReset(OfferPasswordReset c, Known state) {
        return switch (state) {
            case Active _, Deactivated _, AwaitingErasure _ -> {
                var last = state.account().reset();
                yield last != null && pausing(last.issuedAt(), c.token().kept().issuedAt())
                        ? accept()
                        : accept(new PasswordResetOffered(state.account(), c.token()));
            }
            case Pending _, Suspended _ -> reject(new NotInThisStanding());
        };
    }

    private static Decision<UserEvent, UserRejection> resetPassword(ResetPassword c, Known state) {
        var token = state.account().reset();
        if (token == null || !token.opens(c.tokenHash(), c.at())) {
            return reject(new TokenNotValid());
        }
        return switch (state) {
            case Active _, Deactivated _, AwaitingErasure _ ->
                    accept(
                            new PasswordReset(c.id(), c.passwordHash(), c.at()),
                            revoked(c.id(), c.openSessions(), Reason.PASSWORD_CHANGED, c.at()));
            case Pending _, Suspended _ -> reject(new TokenNotValid());
        };
    }

    private static Decision<UserEvent, UserRejection> prefer(ChangePreferences c, Known state) {
        return switch (state) {
            case Active(var account) ->
                    account.preferences().equals(c.preferences())
                            ? accept()
                            : accept(new PreferencesChosen(c.id(), c.preferences()));
            case Pending _, Deactivated _, Suspended _, AwaitingErasure _ ->
                    reject(new NotInThisStanding());
        };
    }

    private static Decision<UserEvent, UserRejection> deactivate(DeactivateAccount c, Known state) {
        return switch (state) {
            case Active _ ->
                    accept(
                            new UserDeactivated(c.id(), c.at()),
                            revoked(c.id(), c.openSessions(), Reason.REVOKED, c.at()));
            case Deactivated _ -> accept();
            case Pending _, Suspended _, AwaitingErasure _ -> reject(new NotInThisStanding());
        };
    }

    private static Decision<UserEvent, UserRejection> suspend(SuspendUser c, Known state) {
        return switch (state) {
            case Active _ ->
                    accept(
                            new UserSuspended(c.id(), c.by(), c.at()),
                            revoked(c.id(), c.openSessions(), Reason.SUSPENDED, c.at()));
            case Suspended _ -> accept();
            case Pending _, Deactivated _, AwaitingErasure _ -> reject(new NotInThisStanding());
        };
    }

    private static Decision<UserEvent, UserRejection> reinstate(ReinstateUser c, Known state) {
        return switch (state) {
            case Suspended _ -> accept(new UserReinstated(c.id(), c.by(), c.at()));
            case Active _ -> accept();
            case Pending _, Deactivated _, AwaitingErasure _ -> reject(new NotInThisStanding());
        };
    }

    private static Decision<UserEvent, UserRejection> scheduleErasure(
            ScheduleErasure c, Known state) {
        return switch (state) {
            case Active _ ->
                    accept(
                            new ErasureScheduled(c.id(), c.eraseAt()),
                            revoked(c.id(), c.openSessions(), Reason.REVOKED, c.at()));
            case AwaitingErasure _ -> accept();
            case Pending _, Deactivated _, Suspended _ -> reject(new NotInThisStanding());
        };
    }

    /** The timer may fire early or late; only a grace period that is over erases. */
    private static Decision<UserEvent, UserRejection> erase(EraseUser c, Known state) {
        return switch (state) {
            case AwaitingErasure(_, var eraseAt) when !c.at().isBefore(eraseAt) ->
                    accept(new UserErased(c.id(), c.at()));
            case AwaitingErasure _, Pending _, Active _, Deactivated _, Suspended _ ->
                    reject(new NotInThisStanding());
        };
    }

    private static Decision<UserEvent, UserRejection> grant(GrantStaffRole c, Known state) {
        return switch (state) {
            case Active(var account) ->
                    account.staffRoles().contains(c.role())
                            ? accept()
                            : accept(
                                    new StaffRoleChanged(
                                            c.id(), StaffChange.granted(c.role(), c.by(), c.at())));
            case Pending _, Deactivated _, Suspended _, AwaitingErasure _ ->
                    reject(new NotInThisStanding());
        };
    }

    /** In any standing: whoever comes back must not find a role that was meant to be gone. */
    private static Decision<UserEvent, UserRejection> revoke(RevokeStaffRole c, Known state) {
        if (c.role() == StaffRole.SUPERADMIN && c.by().equals(c.id())) {
            return reject(new OwnSuperadminRole());
        }
        return state.account().staffRoles().contains(c.role())
                ? accept(
                        new StaffRoleChanged(c.id(), StaffChange.revoked(c.role(), c.by(), c.at())),
                        revoked(c.id(), c.openSessions(), Reason.REVOKED, c.at()))
                : accept();
    }

    private static SessionsRevoked revoked(
            UserId id, List<SessionId> sessions, Reason reason, Instant at) {
        return new SessionsRevoked(id, sessions, reason, at);
    }

    private boolean pausing(Instant last, Instant now) {
        return now.isBefore(last.plus(policy.mailPause()));
    }
}
