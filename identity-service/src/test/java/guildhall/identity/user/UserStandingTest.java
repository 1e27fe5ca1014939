package guildhall.identity.user;

import static guildhall.identity.user.UserSamples.ADA;
import static guildhall.identity.user.UserSamples.EMAIL;
import static guildhall.identity.user.UserSamples.LAPTOP;
import static guildhall.identity.user.UserSamples.NOON;
import static guildhall.identity.user.UserSamples.POLICY;
import static guildhall.identity.user.UserSamples.ROOT;
import static guildhall.identity.user.UserSamples.after;
import static guildhall.identity.user.UserSamples.register;
import static guildhall.identity.user.UserSamples.registered;
import static guildhall.identity.user.UserSamples.verified;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.identity.user.User.*;
import guildhall.identity.user.UserCommand.*;
import guildhall.identity.user.UserEvent.*;
import guildhall.identity.user.UserRejection.*;
import guildhall.runtime.decide.Decision;
import guildhall.testkit.Specification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leaving, being sent away, coming back, and who runs the place. */
class UserStandingTest {
    static final Duration DAY = Duration.ofDays(1);

    private final UserDecider decider = new UserDecider(POLICY);
    private final Specification<UserCommand, User, UserEvent, Decision<UserEvent, UserRejection>>
            user = Specification.of(decider.initial(), decider::decide, decider::evolve);

    @Test
    void suspendsWithAllLoginsAndAdmitsNobody() {
        user.given(registered(), verified())
                .when(new SuspendUser(ADA, ROOT, List.of(LAPTOP), NOON))
                .then(accept(suspended(), revoked(Reason.SUSPENDED, NOON)));
        user.given(registered(), verified(), suspended())
                .when(login(NOON))
                .then(reject(new AccountSuspended()));
    }

    @Test
    void reinstatesOnlyTheSuspended() {
        user.given(registered(), verified(), suspended())
                .when(new ReinstateUser(ADA, ROOT, NOON))
                .then(accept(new UserReinstated(ADA, ROOT, NOON)));
        user.given(registered())
                .when(new ReinstateUser(ADA, ROOT, NOON))
                .then(reject(new NotInThisStanding()));
    }

    @Test
    void comesBackFromDeactivationBySigningIn() {
        user.given(registered(), verified())
                .when(new DeactivateAccount(ADA, List.of(LAPTOP), NOON))
                .then(accept(new UserDeactivated(ADA, NOON), revoked(Reason.REVOKED, NOON)));
        user.given(registered(), verified(), new UserDeactivated(ADA, NOON))
                .when(login(after(DAY)))
                .then(accept(new UserReturned(ADA, after(DAY))));
    }

    @Test
    void erasesOnlyWhenTheGraceIsOver() {
        var scheduled = new ErasureScheduled(ADA, after(DAY));

        user.given(registered(), verified())
                .when(new ScheduleErasure(ADA, after(DAY), List.of(), NOON))
                .then(accept(scheduled, new SessionsRevoked(ADA, List.of(), Reason.REVOKED, NOON)));
        user.given(registered(), verified(), scheduled)
                .when(new EraseUser(ADA, after(DAY.minusSeconds(1))))
                .then(reject(new NotInThisStanding()));
        user.given(registered(), verified(), scheduled)
                .when(new EraseUser(ADA, after(DAY)))
                .then(accept(new UserErased(ADA, after(DAY))));
    }

    @Test
    void callsAnErasureOffBySigningIn() {
        user.given(registered(), verified(), new ErasureScheduled(ADA, after(DAY)))
                .when(login(NOON))
                .then(accept(new UserReturned(ADA, NOON)));
    }

    @Test
    void knowsNothingOfTheErased() {
        user.given(
                        registered(),
                        verified(),
                        new ErasureScheduled(ADA, after(DAY)),
                        new UserErased(ADA, after(DAY)))
                .when(register())
                .then(reject(new UnknownUser()));
    }

    @Test
    void grantsAndRevokesStaffRolesWithTheirHistory() {
        var grant = StaffChange.granted(StaffRole.MODERATOR, ROOT, NOON);
        var revoke = StaffChange.revoked(StaffRole.MODERATOR, ROOT, after(DAY));

        user.given(registered(), verified())
                .when(new GrantStaffRole(ADA, StaffRole.MODERATOR, ROOT, NOON))
                .then(accept(new StaffRoleChanged(ADA, grant)));
        user.given(registered(), verified(), new StaffRoleChanged(ADA, grant))
                .when(
                        new RevokeStaffRole(
                                ADA, StaffRole.MODERATOR, ROOT, List.of(LAPTOP), after(DAY)))
                .then(
                        accept(
                                new StaffRoleChanged(ADA, revoke),
                                revoked(Reason.REVOKED, after(DAY))));
        user.given(
                        registered(),
                        verified(),
                        new StaffRoleChanged(ADA, grant),
                        new StaffRoleChanged(ADA, revoke))
                .leadsTo(new Active(active().staffed(grant).staffed(revoke)));
    }

    @Test
    void keepsASuperadminFromTakingTheirOwnRole() {
        user.given(registered(), verified())
                .when(new RevokeStaffRole(ADA, StaffRole.SUPERADMIN, ADA, List.of(), NOON))
                .then(reject(new OwnSuperadminRole()));
    }

    @Test
    void appointsTheFirstStaffAsVerified() {
        var appoint =
                new AppointStaff(
                        ADA, EMAIL, UserSamples.NAME, "slow hash", Set.of(StaffRole.ADMIN), NOON);

        user.given().when(appoint).then(accept(new StaffAppointed(NewAccounts.of(appoint))));
        user.given(new StaffAppointed(NewAccounts.of(appoint))).when(login(NOON)).then(accept());
    }

    @Test
    void refusesEverythingButRegistrationOfTheUnknown() {
        user.given().when(login(NOON)).then(reject(new UnknownUser()));
        user.given()
                .when(new SuspendUser(ADA, ROOT, List.of(), NOON))
                .then(reject(new UnknownUser()));
    }

    private static AdmitLogin login(Instant at) {
        return UserDeciderTest.login(at);
    }

    private static Account active() {
        return UserDeciderTest.active();
    }

    private static UserSuspended suspended() {
        return UserDeciderTest.suspended();
    }

    private static SessionsRevoked revoked(Reason reason, Instant at) {
        return UserDeciderTest.revoked(reason, at);
    }
}
