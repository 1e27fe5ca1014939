package guildhall.identity.user;

import static guildhall.identity.user.UserSamples.ADA;
import static guildhall.identity.user.UserSamples.LAPTOP;
import static guildhall.identity.user.UserSamples.NOON;
import static guildhall.identity.user.UserSamples.POLICY;
import static guildhall.identity.user.UserSamples.ROOT;
import static guildhall.identity.user.UserSamples.token;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.user.User.*;
import guildhall.identity.user.UserCommand.*;
import guildhall.identity.user.UserEvent.*;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The user machine under any commands in any order. */
class UserDeciderPropertyTest {
    /** The status machine as the domain draws it; every other change of standing is a defect. */
    private static final Map<Class<?>, Set<Class<?>>> LEGAL =
            Map.of(
                    Absent.class, Set.of(Pending.class, Active.class),
                    Pending.class, Set.of(Active.class),
                    Active.class, Set.of(Deactivated.class, Suspended.class, AwaitingErasure.class),
                    Deactivated.class, Set.of(Active.class),
                    Suspended.class, Set.of(Active.class),
                    AwaitingErasure.class, Set.of(Active.class, Erased.class),
                    Erased.class, Set.of());

    private final UserDecider decider = new UserDecider(POLICY);

    @Test
    void movesOnlyAlongTheStatusMachine() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (before, _, _, after) -> {
                                    if (!before.getClass().equals(after.getClass())) {
                                        assertThat(LEGAL.get(before.getClass()))
                                                .contains(after.getClass());
                                    }
                                }));
    }

    @Test
    void voidsAllLoginsWheneverItLeavesActiveOrThePasswordChanges() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (before, _, events, after) -> {
                                    var left = before instanceof Active && !isActive(after);
                                    var reset =
                                            events.stream()
                                                    .anyMatch(PasswordReset.class::isInstance);
                                    if (left || reset) {
                                        assertThat(events)
                                                .anyMatch(SessionsRevoked.class::isInstance);
                                    }
                                }));
    }

    @Test
    void findsARepeatedCommandDoneOrRefusesItButNeverDoesItTwice() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (_, command, events, after) -> {
                                    var isCount = command instanceof CountFailedLogin;
                                    if (!events.isEmpty() && !isCount) {
                                        assertThat(events(decider.decide(command, after)))
                                                .isEmpty();
                                    }
                                }));
    }

    @Test
    void neverAdmitsALoginWhileClosedToGuessing() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (before, command, _, _) -> {
                                    if (command instanceof AdmitLogin login
                                            && before instanceof Known known
                                            && known.account().lockout().holds(login.at())) {
                                        assertThat(decider.decide(command, before))
                                                .isInstanceOf(Rejected.class);
                                    }
                                }));
    }

    private interface Check {
        void of(User before, UserCommand command, List<UserEvent> events, User after);
    }

    /** One random life of one user. */
    private void live(Seeds any, Check check) {
        var state = decider.initial();
        var now = NOON;
        for (var command = any.longBetween(1, 30); command > 0; command--) {
            now = now.plus(Duration.ofSeconds(any.longBetween(0, 4_000)));
            var asked = command(any, now);
            var events = events(decider.decide(asked, state));
            var before = state;
            for (var event : events) {
                state = decider.evolve(state, event);
            }
            check.of(before, asked, events, state);
        }
    }

    private static UserCommand command(Seeds any, Instant at) {
        var token = any.oneOf(List.of("first", "second", "third"));
        var role = any.constant(StaffRole.class);
        return any.choose(
                UserSamples::register,
                () -> new RepeatVerification(ADA, token(token, at)),
                () -> new VerifyEmail(ADA, "hash of " + token, at),
                () -> new RemindOfAccount(ADA, at),
                () -> new AdmitLogin(ADA, null, at),
                () -> new CountFailedLogin(ADA, at),
                () -> new OfferPasswordReset(ADA, token(token, at)),
                () -> new ResetPassword(ADA, "hash of " + token, "hash", List.of(LAPTOP), at),
                () -> new ChangePreferences(ADA, new Preferences(any.text(9), "en", "UTC")),
                () -> new DeactivateAccount(ADA, List.of(LAPTOP), at),
                () -> new SuspendUser(ADA, ROOT, List.of(LAPTOP), at),
                () -> new ReinstateUser(ADA, ROOT, at),
                () -> new ScheduleErasure(ADA, at.plusSeconds(9_000), List.of(LAPTOP), at),
                () -> new EraseUser(ADA, at),
                () -> new GrantStaffRole(ADA, role, ROOT, at),
                () -> new RevokeStaffRole(ADA, role, ROOT, List.of(LAPTOP), at));
    }

    private static List<UserEvent> events(Decision<UserEvent, UserRejection> decision) {
        return switch (decision) {
            case Accepted<UserEvent, UserRejection>(var events) -> events;
            case Rejected<UserEvent, UserRejection> _ -> List.of();
        };
    }

    private static boolean isActive(User user) {
        return user instanceof Active;
    }
}
