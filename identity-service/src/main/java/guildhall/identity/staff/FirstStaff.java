package guildhall.identity.staff;

import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.PasswordRules;
import guildhall.identity.user.Passwords;
import guildhall.identity.user.Preferences;
import guildhall.identity.user.StaffRole;
import guildhall.identity.user.UserCommand.AppointStaff;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Appoints the first member of staff at start, once: the id follows from the address. */
@Component
class FirstStaff implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStaff.class);
    private static final Set<StaffRole> ROLES =
            Set.of(StaffRole.SUPERADMIN, StaffRole.ADMIN, StaffRole.FINANCE_OPS);

    private final StaffProperties properties;
    private final Users users;
    private final Passwords passwords;
    private final Clock clock;

    FirstStaff(StaffProperties properties, Users users, Passwords passwords, Clock clock) {
        this.properties = properties;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.areSet()) {
            return;
        }
        var email = new EmailAddress(properties.adminEmail());
        if (users.findVerified(email).isPresent()) {
            return;
        }
        refuseBadPassword(email);
        var id = new UserId(Ids.derived("first-staff", email.key()));
        var command =
                new AppointStaff(
                        id,
                        email,
                        new Preferences("Administrator", "en", "UTC"),
                        passwords.hash(properties.adminPassword()),
                        ROLES,
                        clock.instant());
        switch (users.handle(command)) {
            case Accepted<?, ?> _ -> LOG.info("Appointed {} as the first member of staff", id);
            case Rejected<?, ?>(var reason) ->
                    LOG.warn("The first member of staff was not appointed: {}", reason);
        }
    }

    private void refuseBadPassword(EmailAddress email) {
        var password = properties.adminPassword();
        if (password.length() < PasswordRules.MIN_LENGTH
                || password.length() > PasswordRules.MAX_LENGTH
                || passwords.isGuessable(password, email)) {
            throw new IllegalStateException(
                    "GUILDHALL_ADMIN_PASSWORD must have %d to %d characters and not be common"
                            .formatted(PasswordRules.MIN_LENGTH, PasswordRules.MAX_LENGTH));
        }
    }
}
