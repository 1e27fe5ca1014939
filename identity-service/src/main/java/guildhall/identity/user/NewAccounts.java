package guildhall.identity.user;

import guildhall.identity.user.UserCommand.AppointStaff;
import guildhall.identity.user.UserCommand.RegisterUser;
import java.util.List;
import java.util.Set;

/** What an account holds on its first day. */
final class NewAccounts {

    static Account of(RegisterUser c) {
        return new Account(
                c.id(),
                c.email(),
                c.preferences(),
                c.passwordHash(),
                c.at(),
                c.signup(),
                Lockout.NONE,
                null,
                null,
                null,
                Set.of(),
                List.of(),
                c.at());
    }

    static Account of(AppointStaff c) {
        var history =
                c.roles().stream()
                        .sorted()
                        .map(role -> StaffChange.granted(role, c.id(), c.at()))
                        .toList();
        return new Account(
                c.id(),
                c.email(),
                c.preferences(),
                c.passwordHash(),
                c.at(),
                new Signup.AsStaff(),
                Lockout.NONE,
                null,
                null,
                null,
                c.roles(),
                history,
                c.at());
    }

    private NewAccounts() {}
}
